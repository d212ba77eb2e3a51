package org.gfpaudit.grammar.segment;

/** What can be asked about a name. */
public enum Question {
  DEFINITIONS,
  CALLERS,
  FIELD_CALLERS,
  FIELD_WRITERS,
  INITIALIZERS_OF_FIELD,
  INITIALIZERS_WITH_VALUE,
  ADDRESS_TAKERS,
  FIELD_READERS,
  /** Who sets a field, where that are not several, who may be anybody. */
  FEW_FIELD_WRITERS;

  /**
   * For each name of a segment the answer: entities, or places among the initialisers.
   *
   * @throws IllegalStateException where the answer {@linkplain #isByHash goes by the hash}
   */
  Rows rows(Segment segment) {
    return switch (this) {
      case DEFINITIONS -> segment.definitions();
      case CALLERS -> segment.callers();
      case FIELD_CALLERS -> segment.fieldCallers();
      case FIELD_WRITERS, FEW_FIELD_WRITERS -> segment.fieldWriters();
      case INITIALIZERS_OF_FIELD -> segment.initializers().byField();
      case INITIALIZERS_WITH_VALUE -> segment.initializers().byValue();
      case ADDRESS_TAKERS, FIELD_READERS -> throw new IllegalStateException("no rows by name");
    };
  }

  /** Whether the answer goes by the hash of the name, which the segment need not hold as a name. */
  boolean isByHash() {
    return this == ADDRESS_TAKERS || this == FIELD_READERS;
  }

  /** The hash that the answer goes by. */
  int hash(String name) {
    int hash = Names.hash(name);
    return this == FIELD_READERS ? Arguments.ofField(hash) : hash;
  }

  /** Whether the answers are places among the initialisers and not entities. */
  boolean isAboutInitializers() {
    return this == INITIALIZERS_OF_FIELD || this == INITIALIZERS_WITH_VALUE;
  }
}
