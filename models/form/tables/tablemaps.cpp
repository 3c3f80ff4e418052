// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/tablemaps.h"

#include "models/form/tables/tablelines.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice::TableText {

namespace {

// Keys above lists that could be names of schemas but rarely are.
constexpr std::array listWords{"include"_L1, "includes"_L1, "included"_L1, "whitelist"_L1,
                               "names"_L1,   "list"_L1,     "data"_L1,     "items"_L1,
                               "results"_L1, "rows"_L1,     "sources"_L1,  "objects"_L1};
constexpr std::array removedWords{"exclude"_L1, "excludes"_L1, "excluded"_L1, "blacklist"_L1,
                                  "ignore"_L1,  "ignored"_L1,  "skip"_L1};

template <typename Words>
bool isOneOf(const QString &text, const Words &words)
{
    return std::any_of(words.begin(), words.end(), [&text](QLatin1StringView word) {
        return text.compare(word, Qt::CaseInsensitive) == 0;
    });
}

class MapReader
{
public:
    explicit MapReader(QStringView text)
        : m_text(text)
    {}

    // False: the text is something else.
    bool read()
    {
        static const QRegularExpression variable(uR"(\w+\s*=\s*(?=\{))"_s);
        skipSpace();
        skip(variable);
        const bool hasBraces = accept(u'{');
        do {
            if (!readEntry(!hasBraces))
                return false;
            accept(u',');
        } while (m_place < m_text.size() && m_text.at(m_place) != u'}');
        if (hasBraces && !accept(u'}'))
            return false;
        accept(u';');
        return m_place == m_text.size() && m_items > 0;
    }

    Found found() const { return m_found; }

private:
    void move(qsizetype place)
    {
        m_line += int(m_text.sliced(m_place, place - m_place).count(u'\n'));
        m_place = place;
    }

    void skipSpace()
    {
        qsizetype place = m_place;
        while (place < m_text.size() && m_text.at(place).isSpace())
            ++place;
        move(place);
    }

    bool accept(QChar character)
    {
        if (m_place >= m_text.size() || m_text.at(m_place) != character)
            return false;
        ++m_place;
        skipSpace();
        return true;
    }

    bool readEntry(bool mayBeBlock)
    {
        const std::optional<QString> key = readWord();
        skipSpace();
        if (!key || key->isEmpty() || key->contains(u'.') || !(accept(u':') || accept(u'=')))
            return false;
        accept(u'>'); // of "=>"
        const Part part = partNamed(*key);
        if (part != Part::None && part != Part::Table)
            return false;
        if (!accept(u'['))
            return mayBeBlock && readBlock(*key);
        while (!accept(u']')) {
            const int line = m_line;
            const std::optional<QString> item = readWord();
            skipSpace();
            if (!item ||
                (!accept(u',') && (m_place >= m_text.size() || m_text.at(m_place) != u']')))
                return false;
            add(*key, *item, line);
        }
        return true;
    }

    // The lines "- item" of YAML.
    bool readBlock(const QString &key)
    {
        static const QRegularExpression next(uR"(-[ \t]+)"_s);
        static const QRegularExpression end(uR"([ \t]*(?:\n|$))"_s);
        const int before = m_items;
        while (skip(next)) {
            const int line = m_line;
            const std::optional<QString> item = readWord();
            if (!item || !skip(end))
                return false;
            skipSpace();
            add(key, *item, line);
        }
        return m_items > before;
    }

    bool skip(const QRegularExpression &form)
    {
        const QRegularExpressionMatch match =
            form.match(m_text, m_place, QRegularExpression::NormalMatch,
                       QRegularExpression::AnchorAtOffsetMatchOption);
        if (match.hasMatch())
            move(match.capturedEnd());
        return match.hasMatch();
    }

    // A text in quotes or a bare word.
    std::optional<QString> readWord()
    {
        static const QRegularExpression word(
            uR"x("((?:[^"\\\n]|\\.)*+)"|'([^'\n]*+)'|(?!(?:null|true|false)\b)([\p{L}_$#@*][\w$#@.*%-]*+))x"_s,
            QRegularExpression::UseUnicodePropertiesOption);
        const QRegularExpressionMatch match =
            word.match(m_text, m_place, QRegularExpression::NormalMatch,
                       QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return std::nullopt;
        move(match.capturedEnd());
        if (!match.captured(1).contains(u'\\'))
            return match.captured(1) + match.captured(2) + match.captured(3);
        const QByteArray json = '[' + match.captured(0).toUtf8() + ']';
        const QJsonArray read = QJsonDocument::fromJson(json).array();
        return read.isEmpty() ? std::nullopt : std::optional(read.first().toString());
    }

    void add(const QString &key, const QString &item, int line)
    {
        ++m_items;
        const auto leaveOut = [&](Reason reason) {
            m_found.leftOut.append({line, excerpt(item), reason});
        };
        const QString plain = item.trimmed();
        Name name;
        const bool isWhole = readDotted(plain, &name);
        if (!isWhole)
            name = {isOneOf(key, listWords) || partNamed(key) == Part::Table ? QString() : key,
                    plain};
        name.line = line;
        if (isOneOf(key, removedWords))
            leaveOut(Reason::Removed);
        else if (plain.isEmpty() || plain.contains(u'\n'))
            leaveOut(Reason::NotUnderstood);
        else if (plain.contains(u'*') || plain.contains(u'%'))
            leaveOut(Reason::Pattern);
        else if (!isWhole && plain.count(u'.') > 1)
            leaveOut(Reason::WithDatabase);
        else if (name.schema.isEmpty())
            leaveOut(Reason::NoSchema);
        else
            m_found.names.append(name);
    }

    QStringView m_text;
    qsizetype m_place = 0;
    int m_line = 1;
    int m_items = 0;
    Found m_found;
};

} // namespace

std::optional<Found> readMaps(QStringView text)
{
    MapReader reader(text);
    return reader.read() ? std::optional(reader.found()) : std::nullopt;
}

} // namespace Sluice::TableText
