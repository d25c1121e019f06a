"""The tables of KTAB: actors with a capability, and a position and a salience on each of several dimensions."""
