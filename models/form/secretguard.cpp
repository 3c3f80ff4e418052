// SPDX-License-Identifier: Apache-2.0
#include "models/form/secretguard.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sluice::SecretGuard)
};

constexpr qsizetype longestName = 64;

// Bits for each character: base64 of random bytes has 4.85 and more at this length.
constexpr double randomText = 4.7;
// Random base64 has letters of both cases in equal shares; the names, ARNs and addresses of
// secrets, which may come near it in bits, are mostly of one case.
constexpr double mixedCase = 0.15;

double entropy(QStringView text)
{
    QHash<QChar, int> counts;
    for (const QChar character : text)
        ++counts[character];
    double bits = 0;
    for (const int count : std::as_const(counts)) {
        const double share = double(count) / double(text.size());
        bits -= share * std::log2(share);
    }
    return bits;
}

bool isRandom(QStringView text)
{
    const auto share = [text](bool (QChar::*isOfKind)() const) {
        const auto count = std::count_if(text.begin(), text.end(), [isOfKind](QChar character) {
            return (character.*isOfKind)();
        });
        return double(count) / double(text.size());
    };
    return share(&QChar::isUpper) > mixedCase && share(&QChar::isLower) > mixedCase &&
           entropy(text) > randomText;
}

bool isHex(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar character) {
        const QChar lower = character.toLower();
        return character.isDigit() || (lower >= u'a' && lower <= u'f');
    });
}

} // namespace

bool looksLikeSecret(const QString &text)
{
    static const QRegularExpression jsonWithPassword(
        uR"(\{.*"[^"]*(password|passwd|pwd|private_?key|client_?secret|access_?key|token)[^"]*"\s*:)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression assignedPassword(
        uR"(\b(password|passwd|pwd|accountkey)\s*=\s*\S)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression separators(uR"([:?&,;\s])"_s);

    if (text.contains("-----BEGIN"_L1) || text.contains(jsonWithPassword) ||
        text.contains(assignedPassword))
        return true;
    const QList<QStringView> words = QStringView(text).split(separators);
    return std::any_of(words.begin(), words.end(), [](QStringView word) {
        return word.size() > longestName && (isHex(word) || isRandom(word));
    });
}

QString SecretGuard::refusal(const QString &text)
{
    if (!looksLikeSecret(text))
        return {};
    return Text::tr("This looks like a secret itself, and was not taken. Store it in your secrets "
                    "manager, and enter the name it has there.");
}

} // namespace Sluice
