/** Tests of the search for constrainers and of the ranks. */
package org.gfpaudit.analyzer.constrain;
