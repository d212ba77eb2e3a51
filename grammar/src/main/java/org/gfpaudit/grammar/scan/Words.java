package org.gfpaudit.grammar.scan;

/**
 * Words with a meaning to the scanner. A fresh table of names interns them first, so that the
 * number of an interned name tells what it is; a range of a text can be asked about as well.
 */
final class Words {
  private static final String[] KEYWORDS = {
    "if",
    "for",
    "while",
    "switch",
    "return",
    "sizeof",
    "do",
    "else",
    "case",
    "goto",
    "break",
    "continue",
    "default",
    "defined",
    "int",
    "void",
    "char",
    "long",
    "short",
    "unsigned",
    "signed",
    "const",
    "volatile",
    "__volatile__",
    "__volatile",
    "static",
    "extern",
    "inline",
    "__inline",
    "__inline__",
    "register",
    "auto",
    "struct",
    "union",
    "enum",
    "typedef",
    "float",
    "double",
    "_Bool",
    "__auto_type",
    "__extension__",
    "_Static_assert",
    "_Generic",
    "__builtin_choose_expr",
    "__builtin_types_compatible_p",
    "__builtin_offsetof",
    "offsetof",
    "alignof",
    "_Alignof",
    "__alignof__",
    "__alignof",
    "__VA_ARGS__",
    "__VA_OPT__",
    "NULL",
    "true",
    "false"
  };

  /** Attributes of the language and the kernel, and the words that take a type apart. */
  private static final String[] ATTRIBUTES = {
    "__attribute__",
    "__attribute",
    "__declspec",
    "asm",
    "__asm__",
    "__asm",
    "typeof",
    "__typeof__",
    "__typeof",
    "typeof_member",
    "_Alignas",
    "__aligned",
    "__section",
    "__printf",
    "__scanf",
    "__acquires",
    "__releases",
    "__must_hold",
    "__cond_acquires",
    "__cond_releases",
    "__acquires_shared",
    "__releases_shared",
    "__must_hold_shared",
    "__no_context_analysis",
    "__guarded_by",
    "__packed",
    "__initdata",
    "__initconst",
    "__devinitdata",
    "__devinitconst",
    "__cpuinitdata",
    "__cpuinitconst",
    "__exitdata",
    "__meminitdata",
    "__refdata",
    "__refconst",
    "__read_mostly",
    "__ro_after_init",
    "__maybe_unused",
    "__used",
    "__unused",
    "__cacheline_aligned",
    "__cacheline_aligned_in_smp",
    "____cacheline_aligned",
    "____cacheline_aligned_in_smp",
    "____cacheline_internodealigned_in_smp",
    "__page_aligned_data",
    "__page_aligned_bss",
    "__nosavedata",
    "__latent_entropy",
    "__visible",
    "__percpu",
    "__rcu",
    "__user",
    "__iomem",
    "__force",
    "__private",
    "__nocast",
    "__bitwise",
    "__bitwise__",
    "__may_alias",
    "__weak",
    "__randomize_layout",
    "__no_randomize_layout",
    "__designated_init",
    "__counted_by",
    "__counted_by_le",
    "__counted_by_be",
    "__nonstring",
    "__alias",
    "__cleanup",
    "__malloc",
    "__alloc_size",
    "__deprecated",
    "__init",
    "__exit",
    "__lsm_ro_after_init",
    "__assume_aligned",
    "__no_sanitize",
    "__function_aligned",
    "__diag"
  };

  /** How many such words there are. */
  static final int COUNT = KEYWORDS.length + ATTRIBUTES.length;

  /**
   * A table of these words alone. The scanner asks about many words that have no meaning to it, and
   * this table, unlike that of all names, stays in the cache of the processor.
   */
  private final NameTable words = newNames(COUNT);

  static NameTable newNames(int capacity) {
    NameTable names = new NameTable(capacity);
    for (String word : KEYWORDS) {
      names.intern(word);
    }
    for (String word : ATTRIBUTES) {
      names.intern(word);
    }
    return names;
  }

  /** Whether a name's number is that of a keyword, which nothing can be called. */
  static boolean isKeyword(int name) {
    return name < KEYWORDS.length;
  }

  /** Whether a range holds a keyword. */
  boolean isKeyword(byte[] bytes, int from, int to) {
    int word = words.find(bytes, from, to);
    return word >= 0 && isKeyword(word);
  }

  /** Whether a range holds an attribute. */
  boolean isAttribute(byte[] bytes, int from, int to) {
    return words.find(bytes, from, to) >= KEYWORDS.length;
  }
}
