package org.gfpaudit.grammar.scan;

import java.util.Arrays;
import org.gfpaudit.grammar.index.SourceIndex;

/** Everything an index answers, as one text. */
final class IndexDump {
  private IndexDump() {}

  static String of(SourceIndex index) {
    StringBuilder text = new StringBuilder();
    int names = 0;
    for (int e = 0; e < index.entityCount(); e++) {
      names = Math.max(names, index.nameOf(e));
      text.append(e).append(' ').append(index.kind(e)).append(' ').append(index.nameOf(e));
      text.append(' ').append(index.path(index.fileOf(e))).append(' ').append(index.extent(e));
      text.append(' ').append(index.nameOffset(e)).append(' ').append(index.isStatic(e));
      text.append(' ').append(index.mentionsMaskType(e)).append(' ').append(index.condition(e));
      text.append(' ').append(Arrays.toString(index.calls(e))).append('\n');
      for (int name : index.calls(e)) {
        names = Math.max(names, name);
      }
    }
    for (int n = 0; n <= names; n++) {
      text.append(n).append(' ').append(index.name(n));
      text.append(' ').append(Arrays.toString(index.definitions(n)));
      text.append(' ').append(Arrays.toString(index.callers(n)));
      text.append(' ').append(Arrays.toString(index.fieldCallers(n)));
      text.append(' ').append(Arrays.toString(index.fieldWriters(n)));
      text.append(' ').append(Arrays.toString(index.addressTakers(n)));
      text.append(' ').append(index.initializersOfField(n));
      text.append(' ').append(index.initializersWithValue(n)).append('\n');
    }
    return text.toString();
  }
}
