"""Maps: ways between places, as wide as what goes along them."""
