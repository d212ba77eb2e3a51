package org.gfpaudit.rules.knowledge;

import java.util.List;

/** By which names a mapping is known, and what sets its mask. */
record MappingTables(
    List<Accessor> accessors,
    List<Container> containers,
    List<FreshObject> freshObjects,
    List<SameSteps> equalities,
    List<Constrainer> constrainers,
    List<ConstrainedMapping> constrainedMappings) {

  /** The rows that hold for one release; which mappings a constrainer is for holds for all. */
  MappingTables at(KernelVersion version) {
    return new MappingTables(
        Row.holding(accessors, version),
        Row.holding(containers, version),
        Row.holding(freshObjects, version),
        Row.holding(equalities, version),
        Row.holding(constrainers, version),
        constrainedMappings);
  }
}
