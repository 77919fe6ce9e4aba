-- Counts of the last minutes may be lost in a crash; a count must not wait for the disk.
ALTER TABLE rate_limit SET UNLOGGED;
