"""Control of a route: conditions on who decides and who meets the user, and arrangements that break none of them."""
