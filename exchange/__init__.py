"""Exchange of services with the catalogues of other administrations."""
