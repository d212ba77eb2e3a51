/**
 * What the parts of the program cost, each on its own: JMH benchmarks. The build compiles them and
 * runs each once for a moment, so that none rots; CONTRIBUTING.md says how to measure with them.
 */
package org.gfpaudit.testdata.bench;
