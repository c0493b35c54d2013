"""What rule authors work with: examples and their coverage, mistakes, skeletons, and what is due for review."""
