"""Methods: the kernels. Arrays and plain values in, arrays out; nothing of Detente is known here."""
