// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/sqltokens.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Sluice::TableText {

namespace {

constexpr qsizetype longestName = 300; // more is no identifier anywhere

bool isSqlLetter(QChar character)
{
    return character.isLetterOrNumber() || character.isMark() || character.isSurrogate() ||
           u"_$#@"_s.contains(character);
}

// True for the output of MySQL's clients and dumps.
bool looksLikeMySql(const QString &text)
{
    static const QRegularExpression signs(
        u"`|\\bENGINE\\s*=|\\bAUTO_INCREMENT\\b|\\bDEFAULT CHARSET\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.contains(signs);
}

class Scanner
{
public:
    Scanner(QStringView text, int firstLine, bool isMySql)
        : m_text(text)
        , m_line(firstLine)
        , m_isMySql(isMySql)
    {}

    SqlTokens scan()
    {
        while (m_place < m_text.size())
            step();
        return m_found;
    }

private:
    QChar at(qsizetype place) const { return place < m_text.size() ? m_text.at(place) : QChar(); }

    QStringView rest() const { return m_text.sliced(m_place); }

    qsizetype endOfLine() const
    {
        const qsizetype end = m_text.indexOf(u'\n', m_place);
        return end < 0 ? m_text.size() : end;
    }

    void step()
    {
        const QChar character = at(m_place);
        if (character == u'\n') {
            ++m_line;
            m_startsLine = true;
            ++m_place;
        } else if (rest().startsWith("--"_L1)) {
            m_place = endOfLine();
        } else if (rest().startsWith("/*"_L1)) {
            skipComment();
        } else if (character == u'#' && (at(m_place + 1).isSpace() || at(m_place + 1).isNull()) &&
                   (m_place == 0 || !isSqlLetter(at(m_place - 1)))) {
            leaveOut(rest().first(endOfLine() - m_place), Reason::Comment);
            m_place = endOfLine();
        } else if (character == u'\'') {
            readString(m_place, m_isMySql);
        } else if (character == u'$' && isDollarQuote()) {
            readDollarQuote();
        } else if (isSqlLetter(character)) {
            readWord();
        } else if (u"\"[`"_s.contains(character)) {
            readQuoted();
        } else if (character.isSpace()) {
            ++m_place;
        } else {
            append(SqlToken::Symbol, QString(character), m_place + 1);
            if (character == u';')
                skipRowsOfCopy();
        }
    }

    void append(SqlToken::Kind kind, const QString &text, qsizetype end)
    {
        const QStringView source = m_text.sliced(m_place, end - m_place);
        m_found.tokens.append({kind, text, source, m_line, m_startsLine});
        m_startsLine = false;
        m_line += int(source.count(u'\n'));
        m_place = end;
    }

    void leaveOut(QStringView text, Reason reason)
    {
        m_found.leftOut.append({m_line, excerpt(text), reason});
    }

    // Comments may contain comments, but not in every dialect.
    void skipComment()
    {
        qsizetype end = m_text.indexOf("*/"_L1, m_place);
        if (end < 0) {
            leaveOut(rest().first(endOfLine() - m_place), Reason::OpenComment);
            m_place = m_text.size();
            return;
        }
        if (m_nests && rest().first(end - m_place).indexOf("/*"_L1, 2) > 0)
            end = endOfNested(end);
        m_line += int(rest().first(end - m_place).count(u'\n'));
        m_place = end + 2;
    }

    qsizetype endOfNested(qsizetype first)
    {
        int depth = 0;
        for (qsizetype place = m_place; place + 1 < m_text.size(); ++place) {
            const QStringView pair = m_text.sliced(place, 2);
            if (pair == "/*"_L1) {
                ++depth;
                ++place;
            } else if (pair == "*/"_L1) {
                if (--depth == 0)
                    return place;
                ++place;
            }
        }
        m_nests = false;
        return first;
    }

    // The place after a string whose quote is at start; -1: it has no end. A backslash before a
    // quote escapes it in dialects with escapes, and in all others when a letter follows: no letter
    // ever follows the end of a string.
    qsizetype endOfString(qsizetype start, bool isEscaping) const
    {
        const QChar quote = at(start);
        for (qsizetype place = start + 1; place < m_text.size(); ++place) {
            const QChar character = at(place);
            const bool hidesQuote = at(place + 1) == quote && at(place + 2).isLetterOrNumber();
            if ((character == u'\\' && (isEscaping || hidesQuote)) ||
                (character == quote && at(place + 1) == quote))
                ++place;
            else if (character == quote)
                return place + 1;
        }
        return -1;
    }

    void readString(qsizetype quote, bool isEscaping)
    {
        const qsizetype end = endOfString(quote, isEscaping);
        if (end < 0) {
            leaveOut(rest().first(endOfLine() - m_place), Reason::OpenString);
            m_found.isOpen = true;
            m_place = m_text.size();
            return;
        }
        QString text = m_text.sliced(quote + 1, end - quote - 2).toString();
        append(SqlToken::String, text.replace("''"_L1, "'"_L1), end);
    }

    // Oracle's q'[it's]', with any pair of marks.
    void readMarkedString(qsizetype quote)
    {
        const QChar opening = at(quote + 1);
        const qsizetype pair = u"([{<"_s.indexOf(opening);
        const QChar closing = pair < 0 ? opening : u")]}>"_s.at(pair);
        const QString ending = QString(closing) + u'\'';
        const qsizetype end = opening.isNull() ? -1 : m_text.indexOf(ending, quote + 2);
        if (end < 0)
            readString(quote, false);
        else
            append(SqlToken::String, m_text.sliced(quote + 2, end - quote - 2).toString(), end + 2);
    }

    bool isDollarQuote()
    {
        static const QRegularExpression opening(uR"(\G\$(?:[\pL_][\pL\d_]*)?\$)"_s);
        if (m_isMySql || m_openTags > mostOpenTags)
            return false;
        m_tag = opening.match(m_text, m_place).capturedView();
        if (m_tag.isEmpty())
            return false;
        if (m_text.indexOf(m_tag, m_place + m_tag.size()) >= 0 || m_tag.size() == 2)
            return true;
        ++m_openTags; // a name with dollars in it
        return false;
    }

    void readDollarQuote()
    {
        static const QRegularExpression code(u"\\b(TABLE|FROM|JOIN|INTO|UPDATE)\\b"_s,
                                             QRegularExpression::CaseInsensitiveOption);
        const qsizetype start = m_place + m_tag.size();
        const qsizetype end = m_text.indexOf(m_tag, start);
        if (end < 0) {
            leaveOut(rest().first(endOfLine() - m_place), Reason::OpenString);
            m_found.isOpen = true;
            m_place = m_text.size();
            return;
        }
        const QStringView inside = m_text.sliced(start, end - start);
        if (code.match(inside).hasMatch())
            leaveOut(m_text.sliced(m_place, end + m_tag.size() - m_place), Reason::QuotedCode);
        append(SqlToken::String, inside.toString(), end + m_tag.size());
    }

    void readWord()
    {
        qsizetype end = m_place + 1;
        while (end < m_text.size() && isSqlLetter(at(end)))
            ++end;
        const QString word = m_text.sliced(m_place, end - m_place).toString().toUpper();
        if (at(end) == u'\'' &&
            (word == "N"_L1 || word == "E"_L1 || word == "X"_L1 || word == "B"_L1))
            readString(end, word == "E"_L1 || m_isMySql);
        else if (at(end) == u'\'' && (word == "Q"_L1 || word == "NQ"_L1))
            readMarkedString(end);
        else
            append(SqlToken::Word, word, end);
    }

    void readQuoted()
    {
        const QChar opening = at(m_place);
        const QChar closing = opening == u'[' ? QChar(u']') : opening;
        if (opening == u'[' && isSubscript()) {
            append(SqlToken::Symbol, QString(opening), m_place + 1);
            return;
        }
        qsizetype end = m_place + 1;
        const qsizetype last = qMin(m_text.size(), m_place + longestName);
        const bool isText = m_isMySql && opening == u'"'; // a string to MySQL
        if (isText)
            end = endOfString(m_place, true);
        while (!isText && end < last && at(end) != u'\n' &&
               (at(end) != closing || at(end + 1) == closing))
            end += at(end) == closing ? 2 : 1;
        if (isText && end > 0) {
            append(SqlToken::Quoted, m_text.sliced(m_place + 1, end - m_place - 2).toString(), end);
            return;
        }
        if (isText || at(end) != closing) {
            leaveOut(rest().first(endOfLine() - m_place), Reason::OpenQuote);
            // A name has no line break, so the next line is read again.
            append(SqlToken::Symbol, QString(opening), endOfLine());
            return;
        }
        QString name = m_text.sliced(m_place + 1, end - m_place - 1).toString();
        append(SqlToken::Quoted, name.replace(QString(2, closing), QString(closing)), end + 1);
    }

    // True for the brackets of an array: text[], ARRAY[1, 2], '{}'::int[].
    bool isSubscript() const
    {
        const QChar before = m_place == 0 ? QChar() : at(m_place - 1);
        return at(m_place + 1) == u']' || isSqlLetter(before) || before == u']' || before == u')';
    }

    // A dump of PostgreSQL has rows after COPY ... FROM stdin; which are no SQL.
    void skipRowsOfCopy()
    {
        const qsizetype count = m_found.tokens.size();
        if (count < 3 || m_found.tokens.at(count - 2).text != "STDIN"_L1 ||
            m_found.tokens.at(count - 3).text != "FROM"_L1)
            return;
        const qsizetype end = m_text.indexOf("\n\\."_L1, m_place);
        const qsizetype next = end < 0 ? m_text.size() : end + 3;
        m_line += int(rest().first(next - m_place).count(u'\n'));
        m_place = next;
    }

    static constexpr int mostOpenTags = 16; // each costs a search to the end

    QStringView m_text;
    qsizetype m_place = 0;
    int m_line;
    bool m_isMySql;
    bool m_startsLine = true;
    bool m_nests = true;
    int m_openTags = 0;
    QStringView m_tag;
    SqlTokens m_found;
};

} // namespace

SqlTokens sqlTokens(const QString &text, int firstLine)
{
    const bool isMySql = looksLikeMySql(text);
    SqlTokens found = Scanner(text, firstLine, isMySql).scan();
    if (!found.isOpen || !text.contains(R"(\')"_L1))
        return found;
    // Perhaps the guess about backslashes was wrong.
    SqlTokens other = Scanner(text, firstLine, !isMySql).scan();
    return other.isOpen ? found : other;
}

} // namespace Sluice::TableText
