package org.gfpaudit.testdata.truth;

import java.util.List;
import java.util.Map;

/**
 * One arrival at a sink.
 *
 * @param calls the statements that led there, from the root's call down to the sink itself
 * @param masks the mask of the sink as each of these functions sees it: in terms of what it was
 *     handed in itself
 * @param mapping for which memory is allocated
 * @param flags the task flags that are set
 * @param configuration the options that this way depends on
 */
record Hit(
    List<Statement> calls,
    List<MaskTruth> masks,
    int mapping,
    int flags,
    Map<String, Boolean> configuration) {}
