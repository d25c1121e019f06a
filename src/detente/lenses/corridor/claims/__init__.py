"""Claims: what is said of the network, held against what the model says."""
