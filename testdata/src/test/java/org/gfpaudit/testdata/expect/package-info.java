/**
 * What a sample file promises: its header and its markers, read by a plain scan over lines so that
 * an error in the project's own lexer cannot hide an expectation.
 */
package org.gfpaudit.testdata.expect;
