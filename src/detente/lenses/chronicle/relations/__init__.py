"""Relations: every act, the level of each pair over time, and which triads are in balance."""
