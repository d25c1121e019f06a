"""What a chronicle records as graphs: episodes by their order, conclusions by what they rest on."""
