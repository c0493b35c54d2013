"""Claims of many documents -> where they disagree: positions, their circumstances, what opposes what, who is odd."""
