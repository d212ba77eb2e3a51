package org.gfpaudit.rules.mask;

/** What bounds a term. An AND with a mapping's mask outweighs everything else. */
public enum TermKind {
  BOUNDED,
  HANDED_IN,
  UNKNOWN,
  CONSTANT;

  /** The kind that the first symbol of a term makes it: the one that says most. */
  public static TermKind of(Term term) {
    return term.isExact() ? CONSTANT : term.symbols().get(0).accept(OF_SYMBOL);
  }

  private static final SymbolVisitor<TermKind> OF_SYMBOL =
      new SymbolVisitor<>() {
        @Override
        public TermKind visitMappingMask(Symbol.MappingMask mask) {
          return BOUNDED;
        }

        @Override
        public TermKind visitParameter(Symbol.Parameter parameter) {
          return HANDED_IN;
        }

        @Override
        public TermKind visitPointee(Symbol.Pointee pointee) {
          return HANDED_IN;
        }

        @Override
        public TermKind visitField(Symbol.Field field) {
          return HANDED_IN;
        }

        @Override
        public TermKind visitUnknown(Symbol.Unknown unknown) {
          return UNKNOWN;
        }
      };
}
