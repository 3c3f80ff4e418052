// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secretedit.h"

#include "ui/form/fieldeditor.h"
#include "ui/form/helplabel.h"
#include "ui/form/noteline.h"
#include "ui/form/panelframe.h"
#include "ui/form/secretpart.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/calmcombobox.h"

#include <QGridLayout>

#include <numeric>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr const char *providers[] = {"AWS_SECRETS_MANAGER", "AZURE_KEY_VAULT",
                                     "GOOGLE_SECRET_MANAGER"};

struct PartInfo {
    const char *key;
    QString SecretReference::*member;
    int width;
};

constexpr PartInfo parts[] = {
    {"secretType", &SecretReference::provider, 172},
    {"secretLocation", &SecretReference::location, 156},
    {"secretName", &SecretReference::name, 184},
    {"secretKey", &SecretReference::key, 104},
};

constexpr int narrowestPart = 84; // in a small window
constexpr int padding = 10;

void setWidths(QWidget *part, int width)
{
    part->setMinimumWidth(narrowestPart);
    part->setMaximumWidth(width);
    part->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

} // namespace

SecretEdit::SecretEdit(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_provider(new CalmComboBox(this))
    , m_refusal(new NoteLine(Family::Problem, this))
    , m_leftOut(new HelpLabel(this))
    , m_chips(new QLabel(this))
    , m_emptyText(tr("No reference"))
    , m_frame(new PanelFrame(PanelFrame::Ground::Tinted, this))
{
    setFocusProxy(m_provider);
    auto *inside = new QVBoxLayout(m_frame);
    inside->setContentsMargins(padding, Size::Gap, padding, Size::Gap);
    inside->setSpacing(Size::Gap);
    inside->addWidget(makeParts());
    inside->addWidget(m_refusal);
    inside->addWidget(m_leftOut);
    m_leftOut->setWordWrap(true);
    m_leftOut->hide();
    inside->addWidget(m_chips);
    m_chips->setFont(fixedFont());
    m_chips->setTextFormat(Qt::PlainText);
    m_chips->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_chips->setWordWrap(true);
    setMaximumWidth(
        std::accumulate(std::begin(parts), std::end(parts), lineCount * Size::Gap + 2 * padding,
                        [](int sum, const PartInfo &part) { return sum + part.width; }));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_frame);
    showWords();
}

QWidget *SecretEdit::makeParts()
{
    auto *widget = new QWidget(m_frame);
    auto *grid = new QGridLayout(widget);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(Size::Gap);
    grid->setVerticalSpacing(2);
    for (int part = Provider; part <= Key; ++part)
        grid->setColumnStretch(part, parts[part].width);
    makeProvider(widget, grid);
    for (const Part part : {Location, Name, Key})
        makeLine(part, widget, grid);
    return widget;
}

void SecretEdit::makeProvider(QWidget *widget, QGridLayout *grid)
{
    m_provider->setObjectName(m_name + u'.' + QLatin1String(parts[Provider].key));
    setWidths(m_provider, parts[Provider].width);
    m_provider->addItem(tr("Choose…"), QString());
    for (const char *provider : providers) {
        const QString type = QString::fromLatin1(provider);
        m_provider->addItem(SecretReference{type, {}, {}, {}}.providerName(), type);
    }
    connect(m_provider, &QComboBox::activated, this, [this](int row) {
        write(parts[Provider].member, m_provider->itemData(row).toString());
    });
    auto *caption = new HelpLabel(tr("Provider"), widget);
    caption->setBuddy(m_provider);
    grid->addWidget(caption, 0, Provider);
    grid->addWidget(m_provider, 1, Provider);
}

void SecretEdit::makeLine(Part part, QWidget *widget, QGridLayout *grid)
{
    auto *edit = new SecretPart(widget);
    edit->setObjectName(m_name + u'.' + QLatin1String(parts[part].key));
    setWidths(edit, parts[part].width);
    auto *words = new HelpLabel(widget);
    words->setBuddy(edit);
    grid->addWidget(words, 0, part);
    grid->addWidget(edit, 1, part);
    m_lines.at(size_t(part - Location)) = edit;
    m_captions.at(size_t(part - Location)) = words;
    connect(edit, &SecretPart::taken, this,
            [this, part](const QString &text) { write(parts[part].member, text); });
    connect(edit, &SecretPart::refusalChanged, m_refusal, &NoteLine::setText);
    connect(edit, &SecretPart::referencePasted, this, &SecretEdit::takeWhole);
}

void SecretEdit::write(QString SecretReference::*part, const QString &text)
{
    SecretReference reference = SecretReference::read(m_value);
    reference.*part = text;
    write(reference);
}

void SecretEdit::write(const SecretReference &reference)
{
    m_leftOut->hide();
    const QJsonObject next = reference.writtenInto(m_value);
    if (next == m_value)
        return;
    setValue(next);
    Q_EMIT edited();
}

void SecretEdit::takeWhole(const SecretText &pasted)
{
    m_refusal->setText({});
    write(pasted.reference);
    m_leftOut->setText(
        tr("Left out, a reference has no place for it: %1.").arg(pasted.leftOut.join(u", "_s)));
    m_leftOut->setVisible(!pasted.leftOut.isEmpty());
}

void SecretEdit::setValue(const QJsonObject &value)
{
    m_value = value;
    const SecretReference reference = SecretReference::read(value);
    showProvider(reference.provider);
    for (const Part part : {Location, Name, Key}) {
        line(part)->setProvider(reference.provider);
        line(part)->showText(reference.*parts[part].member);
    }
    showWords();
}

void SecretEdit::showProvider(const QString &provider)
{
    int row = m_provider->findData(provider);
    if (row < 0) {
        m_provider->addItem(provider, provider);
        row = m_provider->count() - 1;
    }
    m_provider->setCurrentIndex(row);
}

void SecretEdit::showWords()
{
    const SecretReference reference = SecretReference::read(m_value);
    caption(Location)->setText(
        reference.provider == "AZURE_KEY_VAULT"_L1 ? tr("Vault") : tr("Location (optional)"));
    caption(Name)->setText(tr("Secret name"));
    caption(Key)->setText(tr("Key (optional)"));
    m_provider->setAccessibleName(tr("%1, provider").arg(m_label));
    for (const Part part : {Location, Name, Key})
        line(part)->setAccessibleName(tr("%1, %2").arg(m_label, caption(part)->text().toLower()));
    m_chips->setText(reference.isEmpty() ? m_emptyText : reference.text());
    m_chips->setEnabled(!reference.isEmpty());
    m_chips->setVisible(!m_chips->text().isEmpty());
}

void SecretEdit::setLabel(const QString &label)
{
    m_label = label;
    showWords();
}

void SecretEdit::setPlaceholder(Part part, const QString &text)
{
    if (part == Provider)
        m_provider->setItemText(0, text);
    else
        line(part)->setPlaceholderText(text);
}

void SecretEdit::setEmptyText(const QString &text)
{
    m_emptyText = text;
    showWords();
}

void SecretEdit::showProblem(const QString &words)
{
    m_frame->setWrong(!words.isEmpty());
    m_provider->setAccessibleDescription(words);
}

void SecretEdit::showProblem(Part part, const QString &words)
{
    QWidget *widget = part == Provider ? static_cast<QWidget *>(m_provider) : line(part);
    setProblemFrame(widget, !words.isEmpty());
    widget->setAccessibleDescription(words);
}

QWidget *SecretEdit::entry() const
{
    return m_provider;
}

} // namespace Sluice
