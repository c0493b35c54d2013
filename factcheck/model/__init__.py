"""What the steps of the chain hand to one another: frozen records, no behaviour of weight."""
