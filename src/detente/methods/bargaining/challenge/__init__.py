"""The challenge model: actors challenge each other in rounds, and those who expect to lose give way."""
