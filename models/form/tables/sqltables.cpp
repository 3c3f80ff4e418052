// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/sqltables.h"

#include "models/form/tables/sqltokens.h"
#include "models/form/tables/tablelines.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice::TableText {

namespace {

using Words = QSet<QString>;

bool isCatalogue(const QString &schema)
{
    static const Words catalogues{
        u"INFORMATION_SCHEMA"_s, u"PG_CATALOG"_s, u"SYS"_s, u"SYSCAT"_s, u"QSYS2"_s, u"SYSIBM"_s};
    return catalogues.contains(schema.toUpper());
}

// Walks through the tokens, and knows what each pair of brackets around a place belongs to.
class Walk
{
public:
    explicit Walk(const QList<SqlToken> &tokens)
        : m_tokens(tokens)
    {
        for (qsizetype place = 0; place + 2 < tokens.size(); ++place) {
            if (isWord(place + 1, "AS"_L1) && isSymbol(place + 2, u'('))
                m_own.insert(tokens.at(place).source.toString().toUpper());
        }
    }

    Found found()
    {
        for (qsizetype place = 0; place < m_tokens.size();) {
            if (beginsStatement(place))
                endStatement(place);
            if (isCapture(place))
                place = readCapture(place);
            else if (isNamed(place, "sp_rename"_L1))
                place = tellOfRenaming(place);
            else if (isBareLine(place))
                place = readBareLine(place);
            else if (m_inside.constLast().isExpected && isName(place) && !isFiller(place))
                place = readName(place);
            else if (m_tokens.at(place).kind == SqlToken::Symbol)
                readSymbol(place++);
            else if (m_tokens.at(place).kind == SqlToken::Word)
                place = readWord(place);
            else
                place = pass(place);
        }
        endStatement(m_tokens.size());
        addUntaken();
        return m_found;
    }

private:
    // What the statement does. It decides what the words mean.
    enum class Verb { Other, Rights, Publication, Maintenance, Merge };
    enum class Use { Taken, Removed, Renamed };

    struct Inside {
        bool isExpected = false; // a table comes next
        bool isQuery = false;
        bool isList = false; // of tables, between commas
        bool isMade = false; // the table's columns may follow in brackets
        qsizetype opening = 0;
    };

    // A name whose fate is decided at the end of the text.
    struct Pending {
        QString key;
        LeftOut leftOut;
    };

    bool isWord(qsizetype place, QLatin1StringView word) const
    {
        return place >= 0 && place < m_tokens.size() && m_tokens.at(place).kind == SqlToken::Word &&
               m_tokens.at(place).text == word;
    }

    bool isAnyWord(qsizetype place, const Words &words) const
    {
        return place >= 0 && place < m_tokens.size() && m_tokens.at(place).kind == SqlToken::Word &&
               words.contains(m_tokens.at(place).text);
    }

    bool isSymbol(qsizetype place, QChar symbol) const
    {
        return place >= 0 && place < m_tokens.size() &&
               m_tokens.at(place).kind == SqlToken::Symbol && m_tokens.at(place).text == symbol;
    }

    bool isName(qsizetype place) const
    {
        return place < m_tokens.size() && (m_tokens.at(place).kind == SqlToken::Word ||
                                           m_tokens.at(place).kind == SqlToken::Quoted);
    }

    // True for a word between the one that announces a table and the table.
    bool isFiller(qsizetype place) const
    {
        static const Words words{u"IF"_s,    u"NOT"_s,     u"EXISTS"_s, u"ONLY"_s,   u"INTO"_s,
                                 u"TABLE"_s, u"LATERAL"_s, u"IGNORE"_s, u"SELECT"_s, u"TABLES"_s};
        static const Words ofMaintenance{u"VERBOSE"_s, u"FULL"_s,  u"FREEZE"_s,
                                         u"ANALYZE"_s, u"LOCAL"_s, u"NO_WRITE_TO_BINLOG"_s};
        return !isSymbol(place + 1, u'.') &&
               (isAnyWord(place, words) ||
                (m_verb == Verb::Maintenance && isAnyWord(place, ofMaintenance)));
    }

    // In scripts of SQL Server only the beginning of a line may show it.
    bool beginsStatement(qsizetype place) const
    {
        static const Words verbs{u"CREATE"_s,  u"ALTER"_s,    u"DROP"_s,    u"GRANT"_s,
                                 u"REVOKE"_s,  u"DENY"_s,     u"EXEC"_s,    u"EXECUTE"_s,
                                 u"COMMENT"_s, u"TRUNCATE"_s, u"ANALYZE"_s, u"VACUUM"_s,
                                 u"LOCK"_s,    u"USE"_s,      u"GO"_s,      u"DECLARE"_s};
        if (place == 0 || isSymbol(place - 1, u';') || isWord(place - 1, "GO"_L1))
            return true;
        static const Words ofRows{u"SELECT"_s, u"INSERT"_s, u"UPDATE"_s,
                                  u"DELETE"_s, u"MERGE"_s,  u"WITH"_s};
        const SqlToken &token = m_tokens.at(place);
        if (m_isBare && token.startsLine && isAnyWord(place, ofRows))
            return true;
        if (!token.startsLine || m_inside.size() > 1 || m_inside.constLast().isExpected)
            return false;
        // MERGE ... WHEN MATCHED THEN, on the next line UPDATE SET
        const bool updates = isWord(place, "UPDATE"_L1) && !isWord(place + 1, "SET"_L1) &&
                             !isWord(place - 1, "FOR"_L1);
        return updates || (isAnyWord(place, verbs) && !isSymbol(place + 1, u'='));
    }

    void endStatement(qsizetype next)
    {
        if (m_inside.size() > 1) {
            const SqlToken &opening = m_tokens.at(m_inside.at(1).opening);
            leaveOut(opening.line, sourceFrom(m_inside.at(1).opening, next), Reason::OpenBracket);
        }
        if (!m_hasNames) {
            for (const QString &key : std::as_const(m_passed)) {
                const SqlToken &first = m_tokens.at(m_start);
                m_statements.append(
                    {key, {first.line, sourceFrom(m_start, next), Reason::Statement}});
            }
        }
        m_passed.clear();
        m_hasNames = false;
        m_start = next;
        m_inside = {Inside()};
        m_verb = Verb::Other;
        m_areRightsGiven = false;
        m_isRenaming = false;
        m_isBare = isBareName(next);
        m_last.reset();
    }

    // Adds the pending names that no other statement took.
    void addUntaken()
    {
        int line = 0;
        for (const Pending &pending : std::as_const(m_statements)) {
            // Only once for each statement.
            if (!m_keys.contains(pending.key) && pending.leftOut.line != line) {
                line = pending.leftOut.line;
                m_found.leftOut.append(pending.leftOut);
            }
        }
        for (const Pending &pending : std::as_const(m_removed)) {
            if (!m_keys.contains(pending.key))
                m_found.leftOut.append(pending.leftOut);
        }
    }

    QString sourceFrom(qsizetype first, qsizetype next) const
    {
        if (first >= next || first >= m_tokens.size())
            return {};
        const QStringView begin = m_tokens.at(first).source;
        const QStringView end = m_tokens.at(next - 1).source;
        return excerpt({begin.data(), end.data() + end.size()});
    }

    void leaveOut(int line, const QString &text, Reason reason)
    {
        m_found.leftOut.append({line, text, reason});
    }

    static QString keyOf(const QString &schema, const QString &table)
    {
        return schema.toUpper() + QChar(QChar::Null) + table.toUpper();
    }

    // Skips a name where no table is expected. Remembers it for a statement that is not understood.
    qsizetype pass(qsizetype place)
    {
        constexpr qsizetype enough = 4;
        const bool isDotted = isName(place) && isSymbol(place + 1, u'.') && isName(place + 2);
        if (!isDotted)
            return place + 1;
        if (isCapture(place + 2) || isNamed(place + 2, "sp_rename"_L1))
            return place + 2;
        const QString &schema = m_tokens.at(place).text;
        if (!m_hasNames && m_passed.size() < enough && !isCatalogue(schema))
            m_passed.append(keyOf(schema, m_tokens.at(place + 2).text));
        return place + 3;
    }

    // The place after the rest of the line or of the statement.
    qsizetype endOfLine(qsizetype place) const
    {
        do
            ++place;
        while (place < m_tokens.size() && !m_tokens.at(place).startsLine && !isSymbol(place, u';'));
        return place;
    }

    // Names that stand alone on their lines, among statements: sales.orders
    bool isBareLine(qsizetype place) const
    {
        return m_isBare && m_tokens.at(place).startsLine && m_inside.size() == 1;
    }

    bool isBareName(qsizetype place) const
    {
        if (!isName(place) || !isSymbol(place + 1, u'.') || !isName(place + 2))
            return false;
        const qsizetype end = endOfLine(place);
        const qsizetype last = isSymbol(end - 1, u',') ? end - 1 : end;
        return last == place + 3 || (last == place + 5 && isSymbol(place + 3, u'.'));
    }

    qsizetype readBareLine(qsizetype place)
    {
        const qsizetype next = endOfLine(place);
        m_use = Use::Taken;
        const QString source = sourceFrom(place, next);
        if (isFileName(source))
            leaveOut(m_tokens.at(place).line, source, Reason::FileName);
        else if (isBareName(place))
            readName(place);
        else
            leaveOut(m_tokens.at(place).line, source, Reason::NotUnderstood);
        return next;
    }

    void readSymbol(qsizetype place)
    {
        const QChar symbol = m_tokens.at(place).text.front();
        Inside &here = m_inside.last();
        if (symbol == u'(') {
            const bool isExpected = std::exchange(here.isExpected, false);
            // A join may stand in brackets.
            m_inside.append({isExpected, false, isExpected, false, place});
        } else if (symbol == u')' && m_inside.size() > 1) {
            m_inside.removeLast();
        } else if (symbol == u'*' && here.isExpected) { // GRANT SELECT ON *.*
            here.isExpected = false;
            m_hasNames = true;
            leaveOut(m_tokens.at(place).line, u"*"_s, Reason::Pattern);
        } else if (here.isExpected && isPlaceholder(place)) {
            here.isExpected = false;
            m_hasNames = true;
            leaveOut(m_tokens.at(place).line, sourceFrom(place, qMin(place + 4, m_tokens.size())),
                     Reason::NotUnderstood);
        } else if (symbol != u':' || !here.isExpected) { // OBJECT::dbo.orders
            here.isExpected = symbol == u',' && here.isList;
            if (m_isRenaming && here.isExpected)
                m_use = Use::Renamed;
        }
    }

    // True for a placeholder in the place of the table: {{ ref('a') }}, :schema.orders
    bool isPlaceholder(qsizetype place) const
    {
        return isSymbol(place, u'{') ||
               (isSymbol(place, u':') && !isSymbol(place - 1, u':') && !isSymbol(place + 1, u':'));
    }

    void expect(bool isList, bool isMade, Use use = Use::Taken)
    {
        m_use = use;
        Inside &here = m_inside.last();
        here = {true, here.isQuery, isList, isMade, here.opening};
    }

    qsizetype readWord(qsizetype place)
    {
        static const Words ends{u"WHERE"_s,     u"GROUP"_s,  u"ORDER"_s, u"HAVING"_s,
                                u"UNION"_s,     u"SET"_s,    u"LIMIT"_s, u"EXCEPT"_s,
                                u"INTERSECT"_s, u"VALUES"_s, u"FOR"_s,   u"IDENTIFIED"_s};
        const QString &word = m_tokens.at(place).text;
        if (place == m_start && readVerb(word))
            return skipOptions(place + 1);
        if (m_verb == Verb::Rights)
            return readRights(place);
        if (word == "PUBLICATION"_L1 && place == m_start + 1)
            m_verb = Verb::Publication;
        else if (word == "SELECT"_L1 || word == "DELETE"_L1)
            m_inside.last() = {false, true, false, false, m_inside.constLast().opening};
        else if ((word == "FROM"_L1 && m_inside.constLast().isQuery &&
                  !isWord(place - 1, "DISTINCT"_L1)) ||
                 word == "JOIN"_L1 || (word == "USING"_L1 && namesTablesByUsing(place)))
            expect(true, false);
        else if (word == "TABLE"_L1 || word == "TABLES"_L1)
            readTableWord(place);
        else if (word == "INTO"_L1)
            expect(false, true);
        else if (word == "TO"_L1 && m_isRenaming)
            expect(true, true);
        else if (word == "RENAME"_L1 && isAnyWord(place + 1, {u"TO"_s, u"AS"_s}) &&
                 isName(place + 2) && m_last)
            return readNewName(place + 2);
        else if (word == "SET"_L1 && isWord(place + 1, "SCHEMA"_L1) && isName(place + 2) && m_last)
            return readNewSchema(place + 2);
        else if (ends.contains(word) &&
                 !(m_verb == Verb::Publication && word == "WHERE"_L1)) // of one table in its list
            m_inside.last().isList = false;
        else
            return pass(place);
        return place + 1;
    }

    // MERGE INTO a.b USING c.d, DELETE FROM a.b USING c.d; JOIN c.d USING (id) names columns.
    bool namesTablesByUsing(qsizetype place) const
    {
        return m_verb == Verb::Merge ||
               (isWord(m_start, "DELETE"_L1) && !isSymbol(place + 1, u'('));
    }

    // True when the word alone decides what follows.
    bool readVerb(const QString &word)
    {
        static const Words ofRights{u"GRANT"_s, u"REVOKE"_s, u"DENY"_s};
        static const Words ofMaintenance{u"ANALYZE"_s, u"ANALYSE"_s, u"VACUUM"_s};
        if (ofRights.contains(word)) {
            m_verb = Verb::Rights;
            return true;
        }
        if (word == "MERGE"_L1)
            m_verb = Verb::Merge;
        if (ofMaintenance.contains(word))
            m_verb = Verb::Maintenance;
        const bool hasTables = m_verb == Verb::Maintenance || word == "TRUNCATE"_L1 ||
                               (word == "LOCK"_L1 && !isWord(m_start + 1, "IN"_L1));
        if (hasTables || word == "UPDATE"_L1 || word == "COPY"_L1)
            expect(hasTables, word != "UPDATE"_L1);
        return hasTables || word == "UPDATE"_L1 || word == "COPY"_L1;
    }

    // VACUUM (FULL, VERBOSE) sales.orders
    qsizetype skipOptions(qsizetype place) const
    {
        if (m_verb != Verb::Maintenance || !isSymbol(place, u'('))
            return place;
        while (place < m_tokens.size() && !isSymbol(place, u')'))
            ++place;
        return place + 1;
    }

    void readTableWord(qsizetype place)
    {
        static const Words ofLists{u"DROP"_s,    u"TRUNCATE"_s, u"LOCK"_s,  u"FOR"_s,
                                   u"ANALYZE"_s, u"OPTIMIZE"_s, u"CHECK"_s, u"REPAIR"_s,
                                   u"FLUSH"_s,   u"RENAME"_s};
        static const Words ofTables{u"LOCK"_s, u"FLUSH"_s};
        const bool isPublication = m_verb == Verb::Publication;
        if (isWord(place - 1, "ALL"_L1) || isWord(place + 1, "IN"_L1)) {
            leavePattern(place);
            return;
        }
        // CREATE TYPE ... AS TABLE (, RETURNS TABLE (, TABLE(rows(1))
        const bool isShown = isWord(place, "TABLES"_L1) && !isAnyWord(place - 1, ofTables);
        if (isSymbol(place + 1, u'(') || isWord(place - 1, "RETURNS"_L1) || isShown)
            return;
        const bool isDropped = isWord(place - 1, "DROP"_L1);
        m_isRenaming = isWord(place - 1, "RENAME"_L1);
        expect(isPublication || isAnyWord(place - 1, ofLists), true,
               isDropped      ? Use::Removed
               : m_isRenaming ? Use::Renamed
                              : Use::Taken);
    }

    // ALTER TABLE sales.orders RENAME TO invoices: it stays in its schema.
    qsizetype readNewName(qsizetype place)
    {
        const Name old = *m_last;
        forget(old.schema, old.table, old.line);
        if (isSymbol(place + 1, u'.')) {
            expect(false, true);
            return place;
        }
        add(old.schema, spelling(place), m_tokens.at(place).line, Use::Taken);
        return place + 1;
    }

    // ALTER TABLE sales.orders SET SCHEMA archive
    qsizetype readNewSchema(qsizetype place)
    {
        const Name old = *m_last;
        forget(old.schema, old.table, old.line);
        add(spelling(place), old.table, m_tokens.at(place).line, Use::Taken);
        return place + 1;
    }

    QString spelling(qsizetype place) const
    {
        const SqlToken &token = m_tokens.at(place);
        return token.kind == SqlToken::Word ? token.source.toString() : token.text;
    }

    // ALL TABLES IN SCHEMA sales
    void leavePattern(qsizetype place)
    {
        const qsizetype first = isWord(place - 1, "ALL"_L1) ? place - 1 : place;
        qsizetype next = place + 1;
        if (isWord(next, "IN"_L1))
            next = qMin(next + 3, m_tokens.size());
        leaveOut(m_tokens.at(place).line, sourceFrom(first, next), Reason::Pattern);
        m_hasNames = true;
        m_inside.last().isExpected = false;
    }

    // GRANT SELECT (a, b), UPDATE ON TABLE sales.orders, sales.items TO reader
    qsizetype readRights(qsizetype place)
    {
        static const Words others{u"SCHEMA"_s,     u"SEQUENCE"_s,  u"DATABASE"_s, u"FUNCTION"_s,
                                  u"PROCEDURE"_s,  u"ROUTINE"_s,   u"TYPE"_s,     u"LANGUAGE"_s,
                                  u"TABLESPACE"_s, u"DIRECTORY"_s, u"FOREIGN"_s,  u"LARGE"_s,
                                  u"DOMAIN"_s,     u"PARAMETER"_s, u"PACKAGE"_s,  u"XSROBJECT"_s,
                                  u"SERVER"_s,     u"SEQUENCES"_s};
        const QString &word = m_tokens.at(place).text;
        if ((word == "TABLE"_L1 || word == "TABLES"_L1) && m_areRightsGiven &&
            (isWord(place - 1, "ALL"_L1) || isWord(place + 1, "IN"_L1))) {
            leavePattern(place);
        } else if (word == "ON"_L1 && !m_areRightsGiven) {
            m_areRightsGiven = true;
            const bool isOther = isAnyWord(place + 1, others) && !isSymbol(place + 2, u'.');
            const bool isAll = isWord(place + 1, "ALL"_L1) && !isSymbol(place + 2, u'.');
            if (isWord(place + 1, "TABLES"_L1)) // those to come
                leavePattern(place + 1);
            else if (isOther)
                m_hasNames = true; // rights on something else are no tables left out
            else if (!isAll)
                expect(true, true);
            if (isWord(place + 1, "OBJECT"_L1) && isSymbol(place + 2, u':'))
                return place + 2;
        } else if (word == "TO"_L1 || word == "FROM"_L1) {
            m_inside.last().isList = false;
        }
        return place + 1;
    }

    bool isNamed(qsizetype place, QLatin1StringView name) const
    {
        return isName(place) && m_tokens.at(place).text.compare(name, Qt::CaseInsensitive) == 0;
    }

    bool isCapture(qsizetype place) const
    {
        return isNamed(place, "sp_cdc_enable_table"_L1) ||
               isNamed(place, "sp_cdc_disable_table"_L1);
    }

    // EXEC sys.sp_cdc_enable_table @source_schema = N'dbo', @source_name = N'orders', ... with the
    // parameters in any order, or without their names. Gives the place behind them.
    qsizetype readCapture(qsizetype place)
    {
        const qsizetype first = place;
        const bool isEnabled = isNamed(place++, "sp_cdc_enable_table"_L1);
        QString schema;
        QString table;
        for (int number = 0; place < m_tokens.size(); ++number) {
            const bool hasName = isName(place) && m_tokens.at(place).text.startsWith(u'@') &&
                                 isSymbol(place + 1, u'=');
            const QString name = hasName ? m_tokens.at(place).text : QString();
            place += hasName ? 2 : 0;
            if (place >= m_tokens.size() || m_tokens.at(place).kind == SqlToken::Symbol)
                break;
            const SqlToken &value = m_tokens.at(place);
            const QString text =
                value.kind == SqlToken::Word ? value.source.toString() : value.text;
            const bool isKnown = !text.startsWith(u'@'); // else a variable of the script
            if (isKnown && (name == "@SOURCE_SCHEMA"_L1 || (!hasName && number == 0)))
                schema = text;
            else if (isKnown && (name == "@SOURCE_NAME"_L1 || (!hasName && number == 1)))
                table = text;
            if (!isSymbol(++place, u','))
                break;
            ++place;
        }
        m_hasNames = true;
        const int line = m_tokens.at(first).line;
        if (schema.isEmpty() || table.isEmpty())
            leaveOut(line, sourceFrom(first, place), Reason::NotUnderstood);
        else
            add(schema, table, line, isEnabled ? Use::Taken : Use::Removed);
        return place;
    }

    // EXEC sp_rename 'dbo.orders', 'invoices': a table has another name from there on.
    qsizetype tellOfRenaming(qsizetype place)
    {
        static const Words others{u"COLUMN"_s, u"INDEX"_s, u"USERDATATYPE"_s, u"STATISTICS"_s,
                                  u"DATABASE"_s};
        const qsizetype first = place++;
        bool isOther = false;
        for (; place < m_tokens.size() && !beginsStatement(place) && !isSymbol(place, u';');
             ++place)
            isOther = isOther || others.contains(m_tokens.at(place).text.toUpper());
        m_hasNames = true;
        leaveOut(m_tokens.at(first).line, sourceFrom(first, place),
                 isOther ? Reason::Statement : Reason::NotUnderstood);
        return place;
    }

    // Takes the name that begins here; gives the place behind it.
    qsizetype readName(qsizetype place)
    {
        const qsizetype first = place;
        const bool isMade = m_inside.constLast().isMade;
        m_inside.last().isExpected = false;
        m_hasNames = true;
        QStringList parts;
        bool isPattern = false;
        for (bool isDot = false; place < m_tokens.size(); ++place, isDot = !isDot) {
            const SqlToken &token = m_tokens.at(place);
            const bool isDotHere = isSymbol(place, u'.') || (isDot && isSlash(place));
            isPattern = !isDot && place > first && isSymbol(place, u'*');
            if (isPattern || isDot != isDotHere || (!isDot && !isName(place)))
                break;
            if (!isDot)
                parts.append(token.kind == SqlToken::Word ? token.source.toString() : token.text);
        }
        const qsizetype next = isPattern ? place + 1 : place;
        const QString whole = sourceFrom(first, next);
        const int line = m_tokens.at(first).line;
        if (isPattern)
            leaveOut(line, whole, Reason::Pattern);
        else if (parts.size() == 1 && m_own.contains(whole.toUpper()))
            return next;
        else if (!isMade && isSymbol(place, u'('))
            leaveOnce(line, whole, Reason::Function);
        else if (parts.size() == 1)
            leaveOnce(line, whole, Reason::NoSchema);
        else if (isLink(first, next))
            leaveOnce(line, whole, Reason::DatabaseLink);
        else if (parts.contains(QString()))
            leaveOnce(line, whole, Reason::NotUnderstood);
        else if (parts.size() > 2)
            leaveOnce(line, whole, Reason::WithDatabase);
        else if (isCatalogue(parts.first()))
            leaveOnce(line, whole, Reason::Catalogue);
        else
            add(parts.first(), parts.last(), line, m_use);
        return next;
    }

    // As IBM i writes it in its own naming: MYLIB/ORDERS
    bool isSlash(qsizetype place) const
    {
        return isSymbol(place, u'/') && isName(place - 1) && isName(place + 1) &&
               m_tokens.at(place - 1).source.end() == m_tokens.at(place).source.begin() &&
               m_tokens.at(place).source.end() == m_tokens.at(place + 1).source.begin();
    }

    // Oracle's orders@remote, or a variable.
    bool isLink(qsizetype first, qsizetype next) const
    {
        for (qsizetype place = first; place < next; ++place) {
            const SqlToken &token = m_tokens.at(place);
            if (token.kind == SqlToken::Word && token.source.indexOf(u'@') > 0)
                return true;
        }
        return false;
    }

    void leaveOnce(int line, const QString &whole, Reason reason)
    {
        const qsizetype before = m_seen.size();
        m_seen.insert(whole);
        if (m_seen.size() > before)
            leaveOut(line, whole, reason);
    }

    // From here on the table has another name.
    void forget(const QString &schema, const QString &table, int line)
    {
        const QString key = keyOf(schema, table);
        const auto isIt = [&key](const QString &itsSchema, const QString &itsTable) {
            return keyOf(itsSchema, itsTable) == key;
        };
        m_found.names.removeIf([&](const Name &one) { return isIt(one.schema, one.table); });
        erase_if(m_names, [&](const auto &one) { return isIt(one.first, one.second); });
        m_keys.remove(key);
        m_removed.append({key, {line, schema + u'.' + table, Reason::Renamed}});
    }

    void add(const QString &schema, const QString &table, int line, Use use)
    {
        if (use == Use::Renamed) {
            forget(schema, table, line);
            return;
        }
        if (use == Use::Removed) {
            m_removed.append(
                {keyOf(schema, table), {line, schema + u'.' + table, Reason::Removed}});
            return;
        }
        m_keys.insert(keyOf(schema, table));
        if (isWord(m_start, "ALTER"_L1) && isWord(m_start + 1, "TABLE"_L1))
            m_last = Name{schema, table, line};
        const std::pair name(schema, table);
        const qsizetype before = m_names.size();
        m_names.insert(name);
        if (m_names.size() > before)
            m_found.names.append({schema, table, line});
    }

    const QList<SqlToken> &m_tokens;
    QList<Inside> m_inside{Inside()};
    Verb m_verb = Verb::Other;
    Use m_use = Use::Taken;
    bool m_areRightsGiven = false; // GRANT ... ON is behind us
    bool m_isRenaming = false;     // RENAME TABLE
    bool m_isBare = false;         // no statement, but names a line
    std::optional<Name> m_last;    // of an ALTER TABLE
    bool m_hasNames = false;       // the statement named a table, or was told of
    qsizetype m_start = 0;         // of the statement
    QStringList m_passed;          // keys of names that it has otherwise
    QList<Pending> m_statements;
    QList<Pending> m_removed;
    Words m_own;  // names that a WITH gives, in upper case
    Words m_seen; // names as they stand in the text
    Words m_keys; // of all tables
    QSet<std::pair<QString, QString>> m_names;
    Found m_found;
};

bool beginsAsSql(const QList<SqlToken> &tokens)
{
    static const Words words{
        u"CREATE"_s,   u"ALTER"_s, u"SELECT"_s,   u"INSERT"_s,  u"WITH"_s,     u"SET"_s,
        u"USE"_s,      u"DROP"_s,  u"MERGE"_s,    u"UPDATE"_s,  u"GO"_s,       u"DELETE"_s,
        u"TRUNCATE"_s, u"GRANT"_s, u"COMMENT"_s,  u"LOCK"_s,    u"IF"_s,       u"BEGIN"_s,
        u"REVOKE"_s,   u"DENY"_s,  u"EXEC"_s,     u"EXECUTE"_s, u"ANALYZE"_s,  u"VACUUM"_s,
        u"DECLARE"_s,  u"COPY"_s,  u"EXPLAIN"_s,  u"DO"_s,      u"DESCRIBE"_s, u"SHOW"_s,
        u"RENAME"_s,   u"FLUSH"_s, u"OPTIMIZE"_s, u"CALL"_s,    u"LABEL"_s,    u"REPLACE"_s,
        u"PRINT"_s,    u"START"_s, u"REFRESH"_s,  u"CHECK"_s,   u"REPAIR"_s};
    // A list of names may begin with a schema of this name.
    if (tokens.size() < 2 || tokens.first().kind != SqlToken::Word)
        return false;
    const SqlToken &second = tokens.at(1);
    const bool goesOn = second.kind != SqlToken::Symbol || second.text == u"*"_s ||
                        (second.text == u"("_s && tokens.first().text == u"VACUUM"_s);
    return words.contains(tokens.first().text) && goesOn;
}

// sys.sp_cdc_enable_table, without EXEC.
bool beginsAsCall(const QList<SqlToken> &tokens)
{
    return std::any_of(tokens.begin(), tokens.begin() + qMin(qsizetype(6), tokens.size()),
                       [](const SqlToken &token) {
                           return token.text.compare("sp_cdc_enable_table"_L1,
                                                     Qt::CaseInsensitive) == 0;
                       });
}

} // namespace

std::optional<Found> readSql(const QString &text, int firstLine)
{
    const SqlTokens tokens = sqlTokens(text, firstLine);
    if (!beginsAsSql(tokens.tokens) && !beginsAsCall(tokens.tokens))
        return std::nullopt;
    Found found = Walk(tokens.tokens).found();
    found.leftOut += tokens.leftOut;
    // No table and no fault: perhaps this is a list below a word of SQL.
    const auto isNothing = [](const LeftOut &piece) { return isByDesign(piece.reason); };
    if (found.names.isEmpty() &&
        std::all_of(found.leftOut.cbegin(), found.leftOut.cend(), isNothing))
        return std::nullopt;
    return found;
}

qsizetype sqlLineIn(const QString &text)
{
    // Behind a client's prompt, perhaps: shop=>, mysql>, SQL>, 1>
    static const QRegularExpression beginning(
        uR"(^[ \t]*(?:[\w@.\[\]() -]{0,40}[=#>-]*[>#][ \t]+)?(?:)"
        uR"((?:CREATE|ALTER|DROP)[ \t]+(?:TABLE|PUBLICATION|TEMPORARY|UNLOGGED|OR|GLOBAL|COLUMN)\b)"
        uR"(|(?:GRANT|REVOKE|DENY)[ \t]+\w+[ \t,(]|COMMENT[ \t]+ON[ \t]+|TRUNCATE[ \t]+TABLE\b)"
        uR"(|LOCK[ \t]+TABLES?\b|INSERT[ \t]+INTO\b|EXEC(?:UTE)?[ \t]+\w*\.?sp_|SELECT[ \t].*\bFROM\b)"
        uR"(|SELECT[ \t]*$|(?:ANALYZE|VACUUM)[ \t]+(?:[\w"]+[ \t]+)*[\w"]+\.))"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = beginning.match(text);
    return match.hasMatch() ? QStringView(text).first(match.capturedStart()).count(u'\n') : -1;
}

} // namespace Sluice::TableText
