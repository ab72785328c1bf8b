"""Exchange with other catalogues of services in XZuFi 2.1 to 2.3. Why it reads without schema: docs/decisions."""
