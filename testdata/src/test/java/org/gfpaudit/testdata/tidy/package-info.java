/** The repository checks itself: arrows, fences, sizes, pages, and nothing left unrun. */
package org.gfpaudit.testdata.tidy;
