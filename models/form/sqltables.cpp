// SPDX-License-Identifier: Apache-2.0
#include "models/form/sqltables.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice::TableText {

namespace {

struct Token {
    enum Kind { Word, Quoted, Symbol };

    Kind kind;
    QString text; // a word's in upper case, a quoted name's without its quotes
    QStringView source;
};

bool isNamePart(QChar character)
{
    return character.isLetterOrNumber() || u"_$#@"_s.contains(character);
}

qsizetype endOf(QStringView text, QStringView end, qsizetype from)
{
    const qsizetype place = text.indexOf(end, from);
    return place < 0 ? text.size() : place + end.size();
}

// The end of what is quoted from this place on; a doubled closing quote is part of it.
qsizetype endOfQuoted(QStringView text, qsizetype start, QChar closing)
{
    qsizetype place = start + 1;
    while (place < text.size()) {
        if (text.at(place) != closing)
            ++place;
        else if (place + 1 < text.size() && text.at(place + 1) == closing)
            place += 2;
        else
            return place + 1;
    }
    return text.size();
}

QList<Token> tokensOf(QStringView text)
{
    QList<Token> tokens;
    for (qsizetype place = 0; place < text.size();) {
        const QChar character = text.at(place);
        const QStringView rest = text.sliced(place);
        qsizetype end = place + 1;
        if (rest.startsWith("--"_L1)) {
            end = endOf(text, u"\n", place);
        } else if (rest.startsWith("/*"_L1)) {
            end = endOf(text, u"*/", place);
        } else if (character == u'\'') {
            end = endOfQuoted(text, place, character);
            tokens.append({Token::Symbol, u"'"_s, text.sliced(place, end - place)});
        } else if (u"\"[`"_s.contains(character)) {
            const QChar closing = character == u'[' ? QChar(u']') : character;
            end = endOfQuoted(text, place, closing);
            QString name = text.sliced(place + 1, qMax(qsizetype(0), end - place - 2)).toString();
            name.replace(QString(2, closing), QString(closing));
            tokens.append({Token::Quoted, name, text.sliced(place, end - place)});
        } else if (isNamePart(character)) {
            while (end < text.size() && isNamePart(text.at(end)))
                ++end;
            const QStringView word = text.sliced(place, end - place);
            tokens.append({Token::Word, word.toString().toUpper(), word});
        } else if (!character.isSpace()) {
            tokens.append({Token::Symbol, QString(character), text.sliced(place, 1)});
        }
        place = end;
    }
    return tokens;
}

// Walks through the tokens, and knows of each pair of brackets around a place what it is in.
class Walk
{
public:
    explicit Walk(const QList<Token> &tokens)
        : m_tokens(tokens)
    {
        for (qsizetype place = 0; place + 2 < tokens.size(); ++place) {
            if (isWord(place + 1, "AS"_L1) && isSymbol(place + 2, u'('))
                m_own.insert(tokens.at(place).source.toString().toUpper());
        }
    }

    Names names()
    {
        for (qsizetype place = 0; place < m_tokens.size();) {
            if (m_inside.constLast().isExpected && m_tokens.at(place).kind != Token::Symbol &&
                !isFiller(place)) {
                place = takeName(place);
                continue;
            }
            if (m_tokens.at(place).kind == Token::Symbol)
                takeSymbol(m_tokens.at(place).text.front());
            else if (m_tokens.at(place).kind == Token::Word)
                takeWord(place);
            ++place;
        }
        return m_names;
    }

private:
    struct Inside {
        bool isExpected = false; // a table comes next
        bool isQuery = false;
        bool isList = false; // of tables, between commas
        bool isMade = false; // the table's columns may follow in brackets
    };

    bool isWord(qsizetype place, QLatin1StringView word) const
    {
        return place >= 0 && place < m_tokens.size() && m_tokens.at(place).kind == Token::Word &&
               m_tokens.at(place).text == word;
    }

    bool isSymbol(qsizetype place, QChar symbol) const
    {
        return place < m_tokens.size() && m_tokens.at(place).kind == Token::Symbol &&
               m_tokens.at(place).text == symbol;
    }

    bool isFiller(qsizetype place) const
    {
        static const QStringList words{u"IF"_s,   u"NOT"_s,     u"EXISTS"_s, u"ONLY"_s,
                                       u"INTO"_s, u"LATERAL"_s, u"IGNORE"_s, u"SELECT"_s};
        return m_tokens.at(place).kind == Token::Word && words.contains(m_tokens.at(place).text);
    }

    void takeSymbol(QChar symbol)
    {
        Inside &here = m_inside.last();
        if (symbol == u'(') {
            const bool isExpected = std::exchange(here.isExpected, false);
            m_inside.append({isExpected, false, isExpected, false}); // a join may stand in brackets
        } else if (symbol == u')' && m_inside.size() > 1) {
            m_inside.removeLast();
        } else if (symbol == u';') {
            m_inside = {Inside()};
        } else {
            here.isExpected = symbol == u',' && here.isList;
        }
    }

    void expect(bool isList, bool isMade)
    {
        m_inside.last() = {true, m_inside.constLast().isQuery, isList, isMade};
    }

    void takeWord(qsizetype place)
    {
        static const QStringList ends{u"WHERE"_s,  u"GROUP"_s, u"ORDER"_s, u"HAVING"_s,
                                      u"UNION"_s,  u"SET"_s,   u"LIMIT"_s, u"EXCEPT"_s,
                                      u"VALUES"_s, u"GO"_s,    u"FOR"_s,   u"INTERSECT"_s};
        const QString &word = m_tokens.at(place).text;
        if (word == "SELECT"_L1 || word == "DELETE"_L1)
            m_inside.last() = {false, true, false, false};
        else if (word == "FROM"_L1 && m_inside.constLast().isQuery &&
                 !isWord(place - 1, "DISTINCT"_L1))
            expect(true, false);
        else if (word == "JOIN"_L1)
            expect(true, false);
        else if (word == "TABLE"_L1 && !isWord(place - 1, "DROP"_L1))
            expect(false, true);
        else if (word == "INTO"_L1)
            expect(false, true);
        else if (word == "UPDATE"_L1 &&
                 (place == 0 || isSymbol(place - 1, u';') || isWord(place - 1, "GO"_L1)))
            expect(false, false);
        else if (ends.contains(word))
            m_inside.last().isList = false;
    }

    // Takes the name that begins here; gives the place behind it.
    qsizetype takeName(qsizetype place)
    {
        const bool isMade = m_inside.constLast().isMade;
        m_inside.last().isExpected = false;
        QStringList parts;
        QString whole;
        for (bool isDot = false; place < m_tokens.size(); ++place, isDot = !isDot) {
            const Token &token = m_tokens.at(place);
            if (isDot != isSymbol(place, u'.') || (!isDot && token.kind == Token::Symbol))
                break;
            whole += token.source;
            if (!isDot)
                parts.append(token.kind == Token::Word ? token.source.toString() : token.text);
        }
        add(parts, whole, !isMade && isSymbol(place, u'('));
        return place;
    }

    void add(const QStringList &parts, const QString &whole, bool isCall)
    {
        static const QStringList catalogues{u"information_schema"_s, u"pg_catalog"_s, u"sys"_s,
                                            u"syscat"_s, u"qsys2"_s};
        const bool isOwn = parts.size() == 1 && m_own.contains(whole.toUpper());
        if (isOwn || m_seen.contains(whole))
            return;
        m_seen.insert(whole);
        const bool isFull = parts.size() == 2 && !parts.contains(QString());
        if (isFull && !isCall && !catalogues.contains(parts.first(), Qt::CaseInsensitive)) {
            const Name name{parts.first(), parts.last()};
            if (!m_names.names.contains(name))
                m_names.names.append(name);
        } else {
            (parts.size() > 2 && !isCall ? m_names.withDatabase : m_names.unreadable).append(whole);
        }
    }

    const QList<Token> &m_tokens;
    QList<Inside> m_inside{Inside()};
    QSet<QString> m_own;  // names that a WITH gives, in upper case
    QSet<QString> m_seen; // names as they stand in the text
    Names m_names;
};

bool beginsAsSql(const QList<Token> &tokens)
{
    static const QStringList words{
        u"CREATE"_s,   u"ALTER"_s, u"SELECT"_s,  u"INSERT"_s, u"WITH"_s, u"SET"_s,
        u"USE"_s,      u"DROP"_s,  u"MERGE"_s,   u"UPDATE"_s, u"GO"_s,   u"DELETE"_s,
        u"TRUNCATE"_s, u"GRANT"_s, u"COMMENT"_s, u"LOCK"_s,   u"IF"_s,   u"BEGIN"_s};
    // A list of names might begin with a schema that is called so.
    return tokens.size() > 1 && tokens.first().kind == Token::Word &&
           words.contains(tokens.first().text) &&
           (tokens.at(1).kind != Token::Symbol || tokens.at(1).text == u"*"_s);
}

} // namespace

std::optional<Names> readSql(const QString &text)
{
    const QList<Token> tokens = tokensOf(text);
    if (!beginsAsSql(tokens))
        return std::nullopt;
    const Names names = Walk(tokens).names();
    if (names.names.isEmpty() && names.unreadable.isEmpty() && names.withDatabase.isEmpty())
        return std::nullopt;
    return names;
}

} // namespace Sluice::TableText
