package org.gfpaudit.grammar.scan;

import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.segment.ContentMark;
import org.gfpaudit.grammar.segment.Segment;

/** Scans the file scope of one file after another; one per thread. */
final class FileScanner {
  private final Text text = new Text();
  private final ScanPart part;
  private final NameTable names;
  private final Nesting nesting;
  private final Directives directives;
  private final CodeScanner code;
  private final MacroScanner macros;
  private final Groups groups;
  private final FunctionHeader header;
  private final Declarations declarations;
  private final Typedefs typedefs;
  private final Doubts doubts;

  private int itemStart;
  private int itemFirstEntity;

  /**
   * The offset behind the last body in the current item, or the start of the item while it has no
   * body.
   */
  private int declaratorsFrom;

  private boolean hasInitializer;

  /** Where a K&R definition may have started, or -1. */
  private int oldStyleStart;

  private int oldStyleName;

  /**
   * @param fileCount about how many files will be scanned
   */
  FileScanner(int fileCount) {
    part = new ScanPart(fileCount);
    names = part.names;
    nesting = new Nesting(text, part.conditions);
    directives = new Directives(text, nesting);
    doubts = new Doubts(text, part);
    Words words = new Words();
    groups = new Groups(text, nesting, directives, words, doubts);
    header = new FunctionHeader(text, groups);
    declarations = new Declarations(text, part, groups, words);
    code = new CodeScanner(text, nesting, directives, part, declarations, doubts);
    macros = new MacroScanner(text, directives, code, part);
    typedefs = new Typedefs(text, part, words);
  }

  ScanPart part() {
    return part;
  }

  /** Scans {@code length} bytes; the array needs {@link ReadBuffer#SLACK} bytes more. */
  void scan(int file, ContentMark content, ContentMark claim, byte[] bytes, int length) {
    part.beginFile(file, length, content, claim);
    text.open(bytes, length);
    nesting.reset();
    code.nextFile();
    doubts.nextFile();
    directives.forget(directives.waitingCount());
    oldStyleStart = -1;
    int i = 0;
    while (i < length) {
      i = firstToken(i);
      if (i < length) {
        i = item(i);
        macros.flushBefore(length);
      }
    }
    macros.flushBefore(length + 1);
    doubts.record(nesting.condition());
  }

  /** Moves over what stands between items, and reads the directives there. */
  private int firstToken(int at) {
    byte[] b = text.bytes;
    int i = at;
    while (true) {
      while (b[i] <= ' ' && b[i] > 0) {
        i++;
      }
      if (b[i] == '#') {
        i = directives.directive(i);
        if (directives.hasWaiting()) {
          macros.flushBefore(i + 1);
        }
      } else if (b[i] == '/' && (b[i + 1] == '*' || b[i + 1] == '/')) {
        i = text.slash(i);
      } else if (b[i] == 0 && i < text.limit) {
        i++;
      } else {
        return Math.min(i, text.limit);
      }
    }
  }

  /** Scans one declaration or definition and returns the offset after it. */
  private int item(int at) {
    byte[] b = text.bytes;
    itemStart = at;
    itemFirstEntity = part.entityCount();
    declaratorsFrom = at;
    hasInitializer = false;
    groups.clear(at);
    nesting.braces = 0;
    int i = at;
    while (true) {
      while (ByteClass.FILE_SCOPE[b[i] & 0xff] == 0) {
        i++;
      }
      switch (ByteClass.FILE_SCOPE[b[i] & 0xff]) {
        case ByteClass.SEMICOLON -> {
          endDeclaration(i);
          return i + 1;
        }
        case ByteClass.CLOSE_BRACE -> {
          finish(i);
          return i + 1;
        }
        case ByteClass.OPEN_BRACE -> {
          int body = functionBody(i);
          if (body >= 0) {
            finish(i);
            return body;
          }
          i = aggregate(i);
        }
        case ByteClass.OPEN_PAREN -> i = groups.add(i);
        case ByteClass.EQUALS -> i = initializer(i);
        case ByteClass.SLASH -> i = text.slash(i);
        case ByteClass.QUOTE -> i = text.quoted(i, ByteClass.STRING);
        case ByteClass.APOSTROPHE -> i = text.quoted(i, ByteClass.CHARACTER);
        case ByteClass.HASH -> i = text.isFirstOnLine(i) ? directives.directive(i) : i + 1;
        case ByteClass.NUL -> {
          if (i >= text.limit) {
            classDefinitions(text.limit);
            finish(text.limit);
            return text.limit;
          }
          i++;
        }
        default -> i++;
      }
    }
  }

  /** Scans the function whose brace is at {@code at}; -1 where that brace opens none. */
  private int functionBody(int at) {
    int start = itemStart;
    int nameStart;
    int name;
    if (itemStart == at && oldStyleStart >= 0) {
      start = oldStyleStart;
      nameStart = oldStyleName;
      name = names.intern(text.bytes, nameStart, text.wordEnd(nameStart));
    } else if (header.read(itemStart, at)) {
      classDefinitions(header.nameStart());
      start = Math.max(header.start(), itemStart);
      nameStart = header.nameStart();
      name = declarations.name(header.prefix(), nameStart, header.nameEnd());
    } else {
      classDefinitions(at);
      if (header.start() != itemStart) {
        itemStart = header.start();
        declaratorsFrom = itemStart;
      }
      return isLinkage(at) ? at + 1 : -1;
    }
    oldStyleStart = -1;
    macros.flushBefore(start);
    int flags = declarations.isStatic(start, nameStart) ? Segment.STATIC : 0;
    flags |= text.mentionsMaskType(start, at) ? Segment.MASK_TYPE : 0;
    int entity =
        part.begin(EntityKind.FUNCTION, name, start, nameStart, flags, nesting.condition());
    int depth = nesting.conditionalDepth();
    int end = code.function(at);
    part.end.set(entity, end);
    if (nesting.conditionalDepth() < depth) {
      // Each branch has a head of its own, and all share what is behind the #endif.
      part.condition.set(entity, nesting.condition());
    }
    return end;
  }

  /** {@code extern "C"} and a brace: what follows is at file scope. */
  private boolean isLinkage(int at) {
    int end = text.wordEnd(itemStart);
    return text.shortWord(itemStart, end) == ShortWords.EXTERN
        && text.bytes[text.space(end)] == '"'
        && text.bytes[text.spaceBefore(at) - 1] == '"';
  }

  /** Moves over the braces at {@code at} and records the struct or union whose body they are. */
  private int aggregate(int at) {
    if (at == itemStart || doubts.isBody(at)) {
      doubts.add();
    }
    if (declarations.readTag(declaratorsFrom, at)) {
      macros.flushBefore(itemStart);
      part.begin(
          EntityKind.STRUCT,
          declarations.tagName(),
          itemStart,
          declarations.tagOffset(),
          0,
          nesting.condition());
    }
    declaratorsFrom = skipBraces(at);
    return declaratorsFrom;
  }

  private int skipBraces(int at) {
    byte[] b = text.bytes;
    nesting.braces = 1;
    int i = at + 1;
    while (true) {
      while (ByteClass.AGGREGATE[b[i] & 0xff] == 0) {
        i++;
      }
      switch (ByteClass.AGGREGATE[b[i] & 0xff]) {
        case ByteClass.OPEN_BRACE -> {
          doubts.addIfBody(i);
          nesting.braces++;
          i++;
        }
        case ByteClass.CLOSE_BRACE -> {
          int depth = --nesting.braces;
          if (depth <= 0 || (text.isColumnZero(i) && b[text.blanks(i + 1)] == ';')) {
            return i + 1;
          }
          i++;
        }
        case ByteClass.SLASH -> i = text.slash(i);
        case ByteClass.QUOTE -> i = text.quoted(i, ByteClass.STRING);
        case ByteClass.APOSTROPHE -> i = text.quoted(i, ByteClass.CHARACTER);
        case ByteClass.HASH -> i = text.isFirstOnLine(i) ? directives.directive(i) : i + 1;
        default -> {
          if (i >= text.limit) {
            doubts.add();
            return text.limit;
          }
          i++;
        }
      }
    }
  }

  private int initializer(int at) {
    if (text.bytes[at + 1] == '=') {
      return at + 2;
    }
    int name = declarations.declaredName(itemStart, at);
    if (name < 0) {
      // Whose value this is cannot be told, but its braces are no body.
      int value = text.spaceAndComments(at + 1);
      return text.bytes[value] == '{' ? skipBraces(value) : at + 1;
    }
    hasInitializer = true;
    variable(name, at);
    int end = code.initializer(at);
    if (code.hasPositional() && declarations.readTag(itemStart, name)) {
      part.field(declarations.tagName());
    }
    return end;
  }

  private void variable(int nameStart, int headerEnd) {
    macros.flushBefore(itemStart);
    int flags = declarations.isStatic(itemStart, nameStart) ? Segment.STATIC : 0;
    flags |= declarations.mentionsMaskType(declaratorsFrom, headerEnd) ? Segment.MASK_TYPE : 0;
    part.begin(
        EntityKind.VARIABLE,
        names.intern(text.bytes, nameStart, text.wordEnd(nameStart)),
        itemStart,
        nameStart,
        flags,
        nesting.condition());
  }

  /** Records the macros without a semicolon before {@code end} that define a guard or a class. */
  private void classDefinitions(int end) {
    int at = itemStart;
    for (int group = 0; group < groups.count() && groups.close(group) <= end; group++) {
      if (groups.nameStart(group) != at || !declarations.isClassDefinition(group)) {
        return;
      }
      macros.flushBefore(at);
      int name = groups.inside(group);
      int entity =
          part.begin(
              EntityKind.INVOCATION,
              names.intern(text.bytes, name, text.wordEnd(name)),
              at,
              name,
              Segment.STATIC,
              nesting.condition());
      code.definition(at, groups.open(group), groups.close(group));
      part.end.set(entity, groups.close(group));
      at = text.spaceAndComments(groups.close(group));
      itemStart = at;
    }
  }

  /** The semicolon of a declaration without a body. */
  private void endDeclaration(int at) {
    if (!hasInitializer) {
      classDefinitions(at);
    }
    int wordEnd = text.wordEnd(itemStart);
    if (text.shortWord(itemStart, wordEnd) == ShortWords.TYPEDEF) {
      macros.flushBefore(itemStart);
      typedefs.record(
          itemStart,
          declaratorsFrom == itemStart ? wordEnd : declaratorsFrom,
          at,
          nesting.condition());
    } else if (!hasInitializer
        && groups.count() == 0
        && declarations.mentionsMaskType(declaratorsFrom, at)) {
      int name = declarations.declaredName(itemStart, at);
      if (name >= 0) {
        variable(name, at);
      }
    } else if (!hasInitializer && groups.count() == 1 && declarations.isInvocation(itemStart, at)) {
      invocation(at);
    }
    if (groups.count() > 0) {
      oldStyleStart = declarations.isOldStyleHeader(at) ? itemStart : -1;
      oldStyleName = groups.nameStart(0);
    } else if (hasInitializer || declaratorsFrom != itemStart) {
      oldStyleStart = -1;
    }
    finish(at + 1);
  }

  private void invocation(int end) {
    macros.flushBefore(itemStart);
    int argument = groups.inside(0);
    part.begin(
        EntityKind.INVOCATION,
        names.intern(text.bytes, argument, text.wordEnd(argument)),
        itemStart,
        argument,
        Segment.STATIC,
        nesting.condition());
    code.invocation(groups.nameStart(0), groups.open(0), end);
  }

  /** Gives the entities of this item their end. */
  private void finish(int end) {
    for (int e = itemFirstEntity; e < part.entityCount(); e++) {
      if (part.end.get(e) == part.start.get(e)) {
        part.end.set(e, end);
        if (part.isStruct(e) && text.mentionsMaskType(part.start.get(e), end)) {
          part.addFlags(e, Segment.MASK_TYPE);
        }
      }
    }
  }
}
