"""Control of a route: rules and classes of a case as demands on arrangements."""
