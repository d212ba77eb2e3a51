package org.gfpaudit.testdata.truth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What programs use beside the headers of the minikernel: {@code linux/truth.h}. */
final class SharedHeader {
  static final String PATH = "include/linux/truth.h";
  static final String INCLUDE = "#include <linux/truth.h>\n";

  /** Declarations by how a use of them begins. */
  private static final Map<String, String> PARTS = parts();

  private SharedHeader() {}

  private static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("truth_asks(", "extern int truth_asks(void);");
    parts.put("truth_sees(", "extern void truth_sees(gfp_t *gfp);");
    parts.put("panic(", "void __noreturn panic(const char *text, ...);");
    parts.put("BUG(", "#define BUG() do { panic(\"BUG\"); } while (0)");
    parts.put(
        "WRITE_ONCE(",
        "#define WRITE_ONCE(to, value) do { *(volatile typeof(to) *)&(to) = (value); } while (0)");
    parts.put("TRUTH_SET(", "#define TRUTH_SET(to, value) do { (to) = (value); } while (0)");
    parts.put("TRUTH_ADD(", "#define TRUTH_ADD(to, value) ((to) |= (value))");
    return parts;
  }

  /** The whole header. */
  static String text() {
    return PARTS.values().stream()
        .collect(Collectors.joining("\n", "#include <linux/gfp.h>\n\n", "\n"));
  }

  /** A file with what it uses of the header written out. */
  static String inlined(String text) {
    String used =
        PARTS.entrySet().stream()
            .filter(part -> text.contains(part.getKey()))
            .map(part -> part.getValue() + "\n")
            .collect(Collectors.joining());
    return text.replace(INCLUDE, used);
  }
}
