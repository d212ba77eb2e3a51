/**
 * Code that is built against many kernels: what {@code LINUX_VERSION_CODE} decides in it, and which
 * releases it tells apart.
 */
package org.gfpaudit.analyzer.versions;
