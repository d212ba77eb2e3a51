/** The program at a person's desk: the shells that complete it, the editors that read it. */
package org.gfpaudit.testdata.desk;
