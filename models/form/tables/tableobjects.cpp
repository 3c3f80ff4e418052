// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/tableobjects.h"

#include "models/form/tables/tablelines.h"
#include "models/support/invisibletext.h"

#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice::TableText {

namespace {

class ObjectReader
{
public:
    explicit ObjectReader(QStringView text)
        : m_text(text)
    {}

    Found read()
    {
        while (m_place < m_text.size())
            step();
        if (m_objects.size() > 1) // the outermost tells enough
            leaveOut(m_objects.at(1).line, m_objects.at(1).opening, Reason::OpenBracket);
        while (m_objects.size() > 1)
            close();
        flush();
        return m_found;
    }

private:
    struct Object {
        Name name;
        QString alias;      // of "name", which is a table only beside a schema
        QString weakSchema; // named by a word that may mean something else
        QString catalogue;  // what drivers of MySQL say for the schema
        int line = 0;
        QString opening = {};
        bool isTold = false;
        bool hasTables = false;     // a list of them is inside: further names are tables
        QString owner = {};         // the schema that stands before that list
        qsizetype listIndent = -1;  // of its dashes, in YAML
        qsizetype innerIndent = -1; // of the dashes of a list in one of its tables
        bool isOther = false;       // a view or the like
        QList<Name> listed = {}; // in its list, of this object's schema unless they have their own
    };

    // A list in brackets.
    struct List {
        bool isOfTables = false;
        qsizetype objects = 0; // around it
    };

    QChar at(qsizetype place) const { return place < m_text.size() ? m_text.at(place) : QChar(); }

    QStringView line(qsizetype from) const
    {
        const qsizetype end = m_text.indexOf(u'\n', from);
        return m_text.sliced(from, (end < 0 ? m_text.size() : end) - from);
    }

    // Of the line only, which may have thousands of brackets.
    QString beginningAt(qsizetype from) const
    {
        constexpr qsizetype enough = 240;
        const QStringView text = m_text.sliced(from, qMin(enough, m_text.size() - from));
        const qsizetype end = text.indexOf(u'\n');
        return text.first(end < 0 ? text.size() : end).toString();
    }

    void leaveOut(int number, QStringView text, Reason reason)
    {
        m_found.leftOut.append({number, excerpt(text), reason});
    }

    void step()
    {
        const bool isListNext = std::exchange(m_isListNext, false);
        bool isElement = m_isElement && at(m_place).isSpace() && at(m_place) != u'\n';
        const QChar character = at(m_place);
        const QStringView rest = m_text.sliced(m_place);
        if (character == u'\n') {
            ++m_line;
            ++m_place;
        } else if (character == u'#' || rest.startsWith("//"_L1)) {
            leaveOut(m_line, line(m_place), Reason::Comment);
            m_place += line(m_place).size();
        } else if (rest.startsWith("/*"_L1)) {
            skipComment();
        } else if (character == u'{') {
            m_objects.append({.line = m_line, .opening = beginningAt(m_place)});
            ++m_place;
        } else if (character == u'}') {
            close();
            ++m_place;
        } else if (character == u'[') {
            m_lists.append({isListNext, m_objects.size()});
            ++m_place;
        } else if (character == u']') {
            if (!m_lists.isEmpty())
                m_lists.removeLast();
            ++m_place;
        } else if (character == u'-' && at(m_place + 1).isSpace()) {
            isElement = readDash();
            ++m_place;
        } else if (character == u'"' || character == u'\'' || character.isLetter() ||
                   character == u'_') {
            readKey();
        } else {
            ++m_place;
        }
        m_isElement = isElement;
    }

    qsizetype indent() const
    {
        const qsizetype end = m_place == 0 ? -1 : m_text.lastIndexOf(u'\n', m_place - 1);
        return m_place - end - 1;
    }

    // Begins the next element of a list in YAML. False: it is in a list inside a table, such as its
    // columns.
    bool readDash()
    {
        Object &object = m_objects.last();
        const qsizetype here = object.hasTables ? indent() : -1;
        if (object.hasTables && object.listIndent < 0)
            object.listIndent = here;
        if (object.hasTables && here > object.listIndent) {
            object.innerIndent = here;
            return false;
        }
        flush();
        object.innerIndent = -1;
        if (here < object.listIndent)
            endTables();
        return true;
    }

    void endTables()
    {
        Object &object = m_objects.last();
        object.hasTables = false;
        object.owner.clear();
        object.listIndent = -1;
        object.innerIndent = -1;
    }

    // True when the key that begins here belongs to something inside a table.
    bool isInner()
    {
        Object &object = m_objects.last();
        if (!object.hasTables || object.listIndent < 0)
            return false;
        const qsizetype here = indent();
        if (here <= object.listIndent) {
            flush();
            endTables();
        } else if (here <= object.innerIndent) {
            object.innerIndent = -1;
        }
        return object.innerIndent >= 0;
    }

    void skipComment()
    {
        const qsizetype end = m_text.indexOf("*/"_L1, m_place);
        leaveOut(m_line, line(m_place), end < 0 ? Reason::OpenComment : Reason::Comment);
        const qsizetype next = end < 0 ? m_text.size() : end + 2;
        m_line += int(m_text.sliced(m_place, next - m_place).count(u'\n'));
        m_place = next;
    }

    void close()
    {
        Object *owner = ownerOfInner();
        Object &object = m_objects.last();
        // In its owner's list a table needs no schema, and "name" is its name.
        if (owner && !object.isTold && !object.isOther && object.name.schema.isEmpty() &&
            object.weakSchema.isEmpty() && object.catalogue.isEmpty()) {
            const QString table = object.name.table.isEmpty() ? object.alias : object.name.table;
            if (!table.isEmpty())
                owner->listed.append({QString(), table, object.name.line});
            object.isTold = true;
        }
        flush();
        if (m_objects.size() > 1)
            m_objects.removeLast();
    }

    // The owner of the innermost object, when that one is in the list of tables of another object.
    Object *ownerOfInner()
    {
        const qsizetype outer = m_objects.size() - 1;
        const bool isListed = !m_lists.isEmpty() && m_lists.constLast().isOfTables &&
                              m_lists.constLast().objects == outer;
        return isListed ? &m_objects[outer - 1] : nullptr;
    }

    // Takes an element of a list without a key.
    void readElement(const QString &text)
    {
        if (m_objects.constLast().hasTables && m_isElement && !text.isEmpty()) {
            readBareTable(text);
            return;
        }
        const bool isTable = !m_lists.isEmpty() && m_lists.constLast().isOfTables &&
                             m_lists.constLast().objects == m_objects.size();
        if (!isTable || text.isEmpty())
            return;
        Name name;
        if (!readDotted(text, &name))
            name = {QString(), text};
        name.line = m_line;
        m_objects.last().listed.append(name);
    }

    // "- orders" in a list of YAML.
    void readBareTable(const QString &text)
    {
        Object &object = m_objects.last();
        Name name;
        if (!readDotted(text, &name))
            name = {object.owner, text};
        name.line = m_line;
        if (name.schema.isEmpty())
            leaveOut(name.line, name.table, Reason::NoSchema);
        else
            m_found.names.append(name);
    }

    // False: there was none.
    bool flushList(Object &object, const QString &schema)
    {
        QList<Name> listed = std::exchange(object.listed, {});
        for (Name &name : listed) {
            if (name.schema.isEmpty())
                name.schema = schema;
            if (name.schema.isEmpty())
                leaveOut(name.line, name.table, Reason::NoSchema);
            else
                m_found.names.append(name);
        }
        return !listed.isEmpty();
    }

    // The object is complete, or the next one begins.
    void flush()
    {
        Object &object = m_objects.last();
        Name name = object.name;
        if (name.schema.isEmpty())
            name.schema = object.weakSchema.isEmpty() ? object.catalogue : object.weakSchema;
        if (flushList(object, name.schema) && name.table.isEmpty())
            object.isTold = true; // its name is that of the list's owner
        if (name.table.isEmpty() && !name.schema.isEmpty())
            name.table = object.alias;
        const bool isOther = object.isOther;
        const int number = name.line;
        const bool isTold = object.isTold;
        if (object.hasTables && name.schema.isEmpty() && name.table.isEmpty())
            name.table = object.alias;
        if (object.hasTables && name.schema.isEmpty() && !name.table.isEmpty())
            name.schema = object.owner;
        object = {.line = object.line,
                  .opening = object.opening,
                  .hasTables = object.hasTables,
                  .owner = object.owner,
                  .listIndent = object.listIndent,
                  .innerIndent = object.innerIndent};
        if (isTold || (name.schema.isEmpty() && name.table.isEmpty()))
            return;
        if (name.schema.isEmpty())
            leaveOut(number, name.table, Reason::NoSchema);
        else if (name.table.isEmpty())
            leaveOut(number, name.schema, Reason::NotUnderstood);
        else if (isOther)
            leaveOut(number, name.schema + u'.' + name.table, Reason::NoTable);
        else
            m_found.names.append(name);
    }

    // Takes a text in quotes. Empty when it does not end on its line; that is reported.
    QString readQuoted()
    {
        const QChar quote = at(m_place);
        const qsizetype start = m_place++;
        QString text;
        for (; m_place < m_text.size() && at(m_place) != u'\n'; ++m_place) {
            if (at(m_place) == quote) {
                ++m_place;
                return text;
            }
            if (at(m_place) == u'\\' && at(m_place + 1) != u'\n')
                text += escaped();
            else
                text += at(m_place);
        }
        leaveOut(m_line, line(start), Reason::OpenQuote);
        m_objects.last().isTold = true;
        return {};
    }

    QChar escaped()
    {
        const QChar character = at(++m_place);
        if (character == u'u') {
            bool ok = false;
            const QStringView digits =
                m_text.sliced(m_place + 1, qMin(qsizetype(4), m_text.size() - m_place - 1));
            const ushort code = digits.toUShort(&ok, 16);
            if (ok && digits.size() == 4) {
                m_place += 4;
                return {code};
            }
        }
        return character == u'n' ? QChar(u'\n') : character == u't' ? QChar(u'\t') : character;
    }

    void readKey()
    {
        const bool isOfInner = isInner();
        QString key;
        if (at(m_place) == u'"' || at(m_place) == u'\'') {
            key = readQuoted();
        } else {
            const qsizetype start = m_place;
            const bool isInList = (!m_lists.isEmpty() && m_lists.constLast().isOfTables) ||
                                  (m_isElement && m_objects.constLast().hasTables);
            while (at(m_place).isLetterOrNumber() || at(m_place) == u'_' || at(m_place) == u'-' ||
                   (isInList && at(m_place) == u'.'))
                ++m_place;
            key = m_text.sliced(start, m_place - start).toString();
        }
        const qsizetype place = valueAfter();
        if (place < 0) {
            if (!isOfInner)
                readElement(key); // no key: the label of a block, an element of a list, words
            return;
        }
        m_place = place;
        readValue(isOfInner ? QString() : key);
    }

    // The place after "=", ":" or "=>"; -1: there is none.
    qsizetype valueAfter() const
    {
        qsizetype place = m_place;
        while (at(place) == u' ' || at(place) == u'\t')
            ++place;
        if (at(place) != u'=' && at(place) != u':')
            return -1;
        place += at(place + 1) == u'>' ? 2 : 1;
        while (at(place) == u' ' || at(place) == u'\t')
            ++place;
        return place;
    }

    void readValue(const QString &key)
    {
        const QChar first = at(m_place);
        if (first == u'\n' && key.compare("tables"_L1, Qt::CaseInsensitive) == 0)
            beginTables();
        m_isListNext = first == u'[' && key.compare("tables"_L1, Qt::CaseInsensitive) == 0;
        if (first.isNull() || first == u'\n' || first == u'{' || first == u'[')
            return; // what is inside speaks for itself
        const int number = m_line;
        const bool isQuoted = first == u'"' || first == u'\'';
        const QString value = isQuoted ? readQuoted() : readBare();
        const Part part = partNamed(key);
        if (part == Part::Type)
            m_objects.last().isOther = m_objects.constLast().isOther || isOtherThanTable(value);
        if (part == Part::None || part == Part::Type)
            return;
        if (!isName(value, isQuoted)) {
            // Drivers of MySQL give no schema.
            if (value != "null"_L1 && !m_objects.constLast().isTold)
                leaveOut(number, key + u" = "_s + value, Reason::NotUnderstood);
            m_objects.last().isTold = m_objects.constLast().isTold || value != "null"_L1;
            return;
        }
        setPart(key, part, InvisibleText::trimmed(value), number);
    }

    // In YAML, a name before the list is the name of its owner.
    void beginTables()
    {
        Object &object = m_objects.last();
        object.alias.clear();
        QString owner = object.name.schema.isEmpty() ? object.weakSchema : object.name.schema;
        if (object.name.table.isEmpty() && !owner.isEmpty())
            object.isTold = true; // by the list's tables
        else
            owner.clear();
        flush();
        m_objects.last().hasTables = true;
        m_objects.last().owner = owner;
        m_objects.last().listIndent = -1;
        m_objects.last().innerIndent = -1;
    }

    void setPart(const QString &key, Part part, const QString &value, int number)
    {
        const bool isAlias = key.compare("name"_L1, Qt::CaseInsensitive) == 0;
        QString Object::*alone = isAlias ? &Object::alias : &Object::catalogue;
        const auto text = [&]() -> QString & {
            Object &object = m_objects.last();
            return isAlias || part == Part::Catalogue ? object.*alone
                   : part == Part::Owner              ? object.weakSchema
                   : part == Part::Schema             ? object.name.schema
                                                      : object.name.table;
        };
        if (!text().isEmpty())
            flush(); // the same key once more: the next object
        text() = value;
        if (m_objects.constLast().name.line == 0)
            m_objects.last().name.line = number;
    }

    QString readBare()
    {
        const qsizetype start = m_place;
        while (m_place < m_text.size() && !u"\n,}]"_s.contains(at(m_place)))
            ++m_place;
        QStringView value = m_text.sliced(start, m_place - start);
        const qsizetype comment = value.indexOf(" #"_L1);
        if (comment >= 0)
            value = value.first(comment);
        return value.trimmed().toString();
    }

    // A reference in a script is no name: var.schema, ${local.schema}
    static bool isName(const QString &value, bool isQuoted)
    {
        static const QRegularExpression code(uR"([.(){}<>="'`;\s])"_s);
        return !value.isEmpty() && !value.contains("${"_L1) &&
               (isQuoted || (value != "null"_L1 && !value.contains(code)));
    }

    QStringView m_text;
    qsizetype m_place = 0;
    int m_line = 1;
    QList<Object> m_objects{Object()};
    QList<List> m_lists;
    bool m_isListNext = false; // of tables
    bool m_isElement = false;  // a dash stands before
    Found m_found;
};

} // namespace

std::optional<Found> readObjects(QStringView text)
{
    static const QRegularExpression keys(
        uR"((?:^|[{,(\s-])["']?(?:(?:source_?|table_?)?(?:schema(?:_?name)?|schem)|library|owner)["']?)"
        uR"(\s*(?:=>|=|:)\s*["'\w])"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tableKeys(
        uR"((?:^|[{,(\s-])["']?(?:source_?)?(?:(?:table(?:_?name)?|name)["']?\s*(?:=>|=|:)\s*["'\w]|tables["']?\s*(?:=>|=|:)\s*(?:\[|\n\s*-\s)))"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (!keys.match(text).hasMatch() || !tableKeys.match(text).hasMatch())
        return std::nullopt;
    Found found = ObjectReader(text).read();
    return found.names.isEmpty() && found.leftOut.isEmpty() ? std::nullopt : std::optional(found);
}

} // namespace Sluice::TableText
