"""Termbases as files: TBX, tables (CSV, XLSX), OmegaT's glossaries; in and out."""
