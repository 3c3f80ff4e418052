// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/filename.h"

#include "models/support/hiddencharacters.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Leaves room for a number, the ending and the suffix of a file while it is written.
constexpr qsizetype mostStemBytes = 200;

bool isRefused(char32_t character)
{
    static constexpr QStringView refused = u"<>:\"/\\|?*";
    // When the direction of writing turns, a name can look like another one.
    return turnsText(character) || isControlCharacter(character) ||
           character == QChar::ReplacementCharacter || QChar::isNonCharacter(character) ||
           (character < 0x80 && refused.contains(QChar(char16_t(character))));
}

QString withoutRefused(const QString &name)
{
    QString good;
    const QList<uint> characters = name.normalized(QString::NormalizationForm_C).toUcs4();
    for (const char32_t character : characters) {
        if (isRefused(character))
            good += u'_';
        else
            good += QChar::fromUcs4(character);
    }
    return good;
}

QString shortened(const QString &name)
{
    if (name.toUtf8().size() <= mostStemBytes)
        return name;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    qsizetype end = 0;
    while (finder.toNextBoundary() > 0 &&
           QStringView(name).first(finder.position()).toUtf8().size() <= mostStemBytes)
        end = finder.position();
    return name.first(end);
}

QString trimmedEnd(QString name)
{
    while (name.endsWith(u'.') || (!name.isEmpty() && name.back().isSpace()))
        name.chop(1);
    return name;
}

bool isDevice(const QString &stem)
{
    static const QRegularExpression device(
        uR"(^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return stem.contains(device);
}

QString stemOf(const QString &from, const QString &nameless)
{
    QString stem = trimmedEnd(shortened(withoutRefused(from).trimmed()));
    if (stem.isEmpty())
        return nameless;
    // A dot at the start hides a file, a dash makes it look like an option.
    if (stem.startsWith(u'.') || stem.startsWith(u'-') || isDevice(stem))
        stem.prepend(u'_');
    return stem;
}

QString freeName(const QString &stem, const QString &suffix, TakenNames &taken)
{
    QString name = stem + suffix;
    for (int number = 2; !taken.claim(name); ++number)
        name = stem + u" (%1)"_s.arg(number) + suffix;
    return name;
}

} // namespace

bool TakenNames::claim(const QString &name)
{
    const QString key = name.normalized(QString::NormalizationForm_C).toCaseFolded();
    const qsizetype before = m_names.size();
    m_names.insert(key);
    return m_names.size() > before;
}

QString fileNameFor(const QString &pipelineName, TakenNames &taken)
{
    return freeName(stemOf(pipelineName, u"pipeline"_s), u".json"_s, taken);
}

QString folderNameFor(const QString &projectName, TakenNames &taken)
{
    return freeName(stemOf(projectName, u"project"_s), {}, taken);
}

} // namespace Sluice
