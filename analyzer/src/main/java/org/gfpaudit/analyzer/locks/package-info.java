/**
 * Which locks are taken and given back: by calls of the functions of {@code locks.tsv}, by guards,
 * and by functions whose bodies do so. A lock is known by its class, as for the kernel's own
 * checker. What is held on some ways only is not held for certain, and what could not be followed
 * holds nothing. The rules on deadlocks ask here what a call that may reclaim stands under.
 */
@NullMarked
package org.gfpaudit.analyzer.locks;

import org.jspecify.annotations.NullMarked;
