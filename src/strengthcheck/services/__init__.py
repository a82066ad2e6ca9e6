"""One file a doing: joins the pure rooms to the record, the tests and the machine."""
