"""Transport: routes through a network of several means of transport, and how cargo spreads over them."""
