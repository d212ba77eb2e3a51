/** Runs whole commands as a user would: exit status, output, messages. */
package org.gfpaudit.testdata.cli;
