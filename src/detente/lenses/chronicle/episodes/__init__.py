"""Episodes: chains of incidents that answer each other, and one set beside another."""
