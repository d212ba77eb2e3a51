/** The pipeline: from a tree to the result of an audit. */
package org.gfpaudit.analyzer.driver;
