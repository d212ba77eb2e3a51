/** Tests of what is read from repositories, each with a repository that the real git made. */
package org.gfpaudit.analyzer.git;
