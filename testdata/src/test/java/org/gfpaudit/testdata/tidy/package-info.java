/**
 * The repository checks itself: arrows between modules and packages, fences around libraries, sizes
 * of files, pages of rules, the documents for people and what they name, and that nothing is left
 * unrun.
 */
package org.gfpaudit.testdata.tidy;
