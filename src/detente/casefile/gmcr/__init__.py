"""The JSON of GMCR+ (``.gmcr``), read part by part."""
