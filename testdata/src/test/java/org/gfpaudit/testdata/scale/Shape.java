package org.gfpaudit.testdata.scale;

/**
 * How the functions of a made tree call one another. Function 0 calls the sink. Of some shapes the
 * parts are no functions: all of them are in one.
 */
enum Shape {
  /** Each function hands its mask to the one before it; the last binds a constant. */
  CHAIN,

  /** All functions call function 0 with a constant. */
  FAN_IN,

  /**
   * As {@link #CHAIN}, but no header says that a mask is handed down: each is found by the last.
   */
  HIDDEN_CHAIN,

  /** A chain of functions that return one mask; the last calls the sink. */
  RETURNS,

  /** All functions but one store a constant in a field; that one hands it to the sink. */
  STORES,

  /**
   * A chain with a second caller for each of its functions, that binds a constant. Each of them has
   * a way of its own to the sink, so what is said of all is quadratic by nature.
   */
  LADDER,

  /** Each function calls the next with its own mask, the last the first: one component. */
  COMPONENT,

  /** Each function calls the sink with a constant. */
  SITES,

  /** Twenty callers for each relative, like a kernel's file systems. */
  GROUPS,

  /** One function that takes a lock and calls the sink each time with the mapping's own mask. */
  CALLS,

  /** One function that asks for the mapping's mask and calls the sink each time with a constant. */
  FINDINGS,

  /** One function in which a mask goes from one local variable to the next. */
  LOCALS,

  /** One function with a test and a jump to a label of its own for each. */
  LABELS,

  /** One function with a mask for each branch of one {@code #if}. */
  ELIFS;

  private static final String SINK = "add_to_page_cache_lru(page, mapping, 0, ";
  private static final String HEAD =
      "int f(struct page *page, struct address_space *mapping, spinlock_t *lock, int n)\n{\n";

  /** Whether all parts are in one function. */
  boolean isOneFunction() {
    return compareTo(CALLS) >= 0;
  }

  /** The C text of function {@code i} of {@code count}. */
  String text(int i, int count) {
    boolean isLast = i == count - 1;
    return switch (this) {
      case CHAIN -> isLast ? binding(i, call(i - 1, "GFP_KERNEL")) : link(i);
      case HIDDEN_CHAIN ->
          isLast
              ? binding(i, call(i - 1, "GFP_KERNEL"))
              : link(i).replace("gfp_t gfp", "unsigned int gfp");
      case FAN_IN -> i == 0 ? site(0) : binding(i, call(0, "GFP_KERNEL"));
      case RETURNS -> isLast ? binding(i, SINK + "f" + (i - 1) + "())") : mask(i);
      case STORES -> i == 0 ? field() : store(i);
      case LADDER ->
          i % 2 == 1
              ? binding(i, call(i - 1, "GFP_KERNEL"))
              : i == 0 ? site(0) : relative(i, call(i - 2, "gfp"));
      case COMPONENT -> ring(i, count);
      case SITES -> binding(i, SINK + "GFP_KERNEL)");
      case CALLS, FINDINGS, LOCALS, LABELS, ELIFS ->
          (i == 0 ? HEAD + first() : "") + part(i) + (isLast ? end(i) + "}\n" : "");
      case GROUPS -> i % 20 == 0 ? site(i) : binding(i, call(i - i % 20, "GFP_NOFS"));
    };
  }

  /** What is before the parts of the one function. */
  private String first() {
    return switch (this) {
      case CALLS -> "\tspin_lock(lock);\n";
      case FINDINGS -> "\tgfp_t gfp = mapping_gfp_mask(mapping);\n\tspin_lock(lock);\n";
      default -> "\tgfp_t gfp = GFP_NOFS;\n";
    };
  }

  /** A part of the one function. */
  private String part(int i) {
    return switch (this) {
      case CALLS -> "\t" + SINK + "mapping_gfp_mask(mapping));\n";
      case FINDINGS -> "\t" + SINK + "GFP_KERNEL);\n";
      case LOCALS -> "\tgfp_t g" + i + " = " + (i == 0 ? "gfp" : "g" + (i - 1)) + ";\n";
      case LABELS -> "\tif (n == " + i + ")\n\t\tgoto l" + i + ";\n\tn++;\nl" + i + ":\n";
      default -> (i == 0 ? "#if" : "#elif") + " defined(CONFIG_A" + i + ")\n\tgfp = " + i + ";\n";
    };
  }

  /** What is behind the parts, of which {@code i} is the last. */
  private String end(int i) {
    String mask = this == LOCALS ? "g" + i : "gfp";
    return (this == ELIFS ? "#endif\n" : "")
        + "\treturn "
        + (this == CALLS || this == FINDINGS ? "0" : SINK + mask + ")")
        + ";\n";
  }

  private static String mask(int i) {
    String returned = i == 0 ? "GFP_KERNEL" : "f" + (i - 1) + "()";
    return "gfp_t f" + i + "(void)\n{\n\treturn " + returned + ";\n}\n\n";
  }

  private static String field() {
    return """
        struct box {
        \tgfp_t gfp;
        };

        int f0(struct page *page, struct box *box)
        {
        \treturn add_to_page_cache_lru(page, 0, 0, box->gfp);
        }

        """;
  }

  private static String store(int i) {
    return "void f" + i + "(struct box *box)\n{\n\tbox->gfp = GFP_KERNEL;\n}\n\n";
  }

  private static String link(int i) {
    return i == 0 ? site(0) : relative(i, call(i - 1, "gfp"));
  }

  private static String ring(int i, int count) {
    if (i == count - 1) {
      return binding(i, call(0, "GFP_KERNEL"));
    }
    String next = call((i + 1) % (count - 1), "gfp");
    return i == 0
        ? "int f0(struct page *page, struct address_space *mapping, gfp_t gfp)\n{\n"
            + "\tif (page)\n\t\treturn "
            + next
            + ";\n\treturn add_to_page_cache_lru(page, mapping, 0, gfp);\n}\n\n"
        : relative(i, next);
  }

  private static String site(int i) {
    return relative(i, SINK + "gfp)");
  }

  private static String call(int callee, String mask) {
    return "f" + callee + "(page, mapping, " + mask + ")";
  }

  private static String relative(int i, String call) {
    return "int f"
        + i
        + "(struct page *page, struct address_space *mapping, gfp_t gfp)\n{\n\treturn "
        + call
        + ";\n}\n\n";
  }

  private static String binding(int i, String call) {
    return "int f"
        + i
        + "(struct page *page, struct address_space *mapping)\n{\n\treturn "
        + call
        + ";\n}\n\n";
  }
}
