package org.gfpaudit.rules.knowledge;

/**
 * How the subjects of patches to some files start.
 *
 * @param path a pattern over paths
 * @param prefix the text, in which {@code {2}} is the second name of the path and {@code {file}}
 *     the file's name without its ending
 */
record SubjectPrefixRow(String path, String prefix, VersionRange versions, String origin)
    implements Row {

  String of(String file) {
    String[] names = file.split("/", -1);
    String result = prefix;
    for (int i = 0; i < names.length; i++) {
      result = result.replace("{" + (i + 1) + "}", names[i]);
    }
    return result.replace("{file}", names[names.length - 1].replaceAll("\\.[ch]$", ""));
  }
}
