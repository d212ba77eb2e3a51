/** Tests of {@link org.gfpaudit.analyzer.mail}. */
package org.gfpaudit.analyzer.mail;
