#ifndef EVIDENCE_ATLAS_EXCHANGE_H
#define EVIDENCE_ATLAS_EXCHANGE_H

/// Exchanges two paths of one file system in a single step, so that no moment exists in which either is missing.
/// Returns 0, or the error number.
int atlas_exchange(const char *first, const char *second);

#endif
