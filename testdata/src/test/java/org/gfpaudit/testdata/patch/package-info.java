/** Patches for samples. */
package org.gfpaudit.testdata.patch;
