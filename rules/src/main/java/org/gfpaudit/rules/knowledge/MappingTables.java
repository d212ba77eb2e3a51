package org.gfpaudit.rules.knowledge;

import java.util.List;
import java.util.function.Predicate;

/** By which names a mapping is known, and what sets its mask. */
record MappingTables(
    List<Accessor> accessors,
    List<Container> containers,
    List<FreshObject> freshObjects,
    List<SameSteps> equalities,
    List<Constrainer> constrainers,
    List<ConstrainedMapping> constrainedMappings) {

  /** The rows that hold; which mappings a constrainer is for holds for all. */
  MappingTables where(Predicate<Row> holds) {
    return new MappingTables(
        Row.holding(accessors, holds),
        Row.holding(containers, holds),
        Row.holding(freshObjects, holds),
        Row.holding(equalities, holds),
        Row.holding(constrainers, holds),
        constrainedMappings);
  }
}
