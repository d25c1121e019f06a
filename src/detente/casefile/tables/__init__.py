"""Tables with a row an actor: a capability, and a position and a salience on each of several issues."""
