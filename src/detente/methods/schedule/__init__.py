"""Schedules: networks of steps that wait for each other, and their dates."""
