// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secretfield.h"

#include "models/form/secretguard.h"
#include "ui/form/helplabel.h"
#include "ui/form/noteline.h"
#include "ui/form/panelframe.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/calmcombobox.h"

#include <QGridLayout>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>

#include <numeric>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct Provider {
    const char *type;
    const char *label;
};

constexpr Provider providers[] = {
    {"AWS_SECRETS_MANAGER", QT_TRANSLATE_NOOP("Form", "AWS Secrets Manager")},
    {"AZURE_KEY_VAULT", QT_TRANSLATE_NOOP("Form", "Azure Key Vault")},
    {"GOOGLE_SECRET_MANAGER", QT_TRANSLATE_NOOP("Form", "Google Secret Manager")},
};

constexpr const char *typeKey = "secretType";
constexpr const char *partKeys[] = {"secretLocation", "secretName", "secretKey"};
constexpr int partWidths[] = {156, 184, 104};
constexpr int providerWidth = 172;
constexpr int narrowestPart = 84; // in a small window
constexpr int padding = 10;

void setWidths(QWidget *part, int width)
{
    part->setMinimumWidth(narrowestPart);
    part->setMaximumWidth(width);
    part->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

} // namespace

SecretField::SecretField(FormModel *model, const Field &field, QWidget *parent)
    : FieldEditor(model, field, parent)
    , m_provider(new CalmComboBox(this))
    , m_chips(new QLabel(this))
    , m_refusal(new NoteLine(Family::Problem, this))
    , m_frame(new PanelFrame(PanelFrame::Ground::Tinted, this))
{
    setObjectName(path());
    setFocusProxy(m_provider);
    auto *inside = new QVBoxLayout(m_frame);
    inside->setContentsMargins(padding, 8, padding, 8);
    inside->setSpacing(Size::Gap);
    inside->addWidget(makeParts());
    inside->addWidget(m_refusal);
    inside->addWidget(m_chips);
    m_chips->setFont(fixedFont());
    m_chips->setTextFormat(Qt::PlainText);
    m_chips->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_chips->setWordWrap(true);
    setMaximumWidth(std::accumulate(std::begin(partWidths), std::end(partWidths), providerWidth) +
                    PartCount * Size::Gap + 2 * padding);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_frame);
}

QWidget *SecretField::makeParts()
{
    auto *parts = new QWidget(m_frame);
    auto *grid = new QGridLayout(parts);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(Size::Gap);
    grid->setVerticalSpacing(2);

    m_provider->setObjectName(path() + u'.' + QLatin1String(typeKey));
    setWidths(m_provider, providerWidth);
    grid->setColumnStretch(0, providerWidth);
    m_provider->addItem(tr("Choose…"));
    for (const Provider &provider : providers)
        m_provider->addItem(QCoreApplication::translate("Form", provider.label),
                            QString::fromLatin1(provider.type));
    connect(m_provider, &QComboBox::activated, this, [this](int row) {
        write(QLatin1String(typeKey), m_provider->itemData(row).toString());
    });
    auto *caption = new HelpLabel(tr("Provider"), parts);
    caption->setBuddy(m_provider);
    m_provider->setAccessibleName(tr("%1, provider").arg(label()));
    grid->addWidget(caption, 0, 0);
    grid->addWidget(m_provider, 1, 0);

    for (int part = 0; part < PartCount; ++part) {
        auto *edit = new QLineEdit(parts);
        edit->setObjectName(path() + u'.' + QLatin1String(partKeys[part]));
        setWidths(edit, partWidths[part]);
        grid->setColumnStretch(part + 1, partWidths[part]);
        showStartWhenLeft(edit);
        edit->installEventFilter(this);
        m_captions[part] = new HelpLabel(parts);
        m_captions[part]->setBuddy(edit);
        m_parts[part] = edit;
        grid->addWidget(m_captions[part], 0, part + 1);
        grid->addWidget(edit, 1, part + 1);
        connect(edit, &QLineEdit::textEdited, this,
                [this, part](const QString &text) { takeText(Part(part), text); });
    }
    return parts;
}

void SecretField::write(const QString &key, const QString &text)
{
    QJsonObject reference = value().toObject();
    if (text.isEmpty())
        reference.remove(key);
    else
        reference.insert(key, text);
    setValue(reference.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(reference));
}

void SecretField::takeText(Part part, const QString &text)
{
    if (m_refused == part) {
        m_parts[part]->setText({});
        return;
    }
    const QString refusal = SecretGuard::refusal(text);
    m_refusal->setText(refusal);
    if (refusal.isEmpty())
        write(QLatin1String(partKeys[part]), text);
    else
        refuse(part, text, refusal);
}

void SecretField::refuse(Part part, const QString &text, const QString &refusal)
{
    const QString key = QLatin1String(partKeys[part]);
    // Typed key by key, what was there is the secret's beginning; pasted, it is a name to keep.
    const QString former = value()[key].toString();
    const auto grown = text.size() - former.size();
    if (grown <= 1 || text.contains(former))
        write(key, {});
    if (grown == 1) {
        m_refused = part;
        m_why = refusal;
        m_refusal->setText(tr("%1 To enter it here, press Backspace first.").arg(refusal));
    }
    sync(); // puts back what is left, and with it the secret leaves the field
}

void SecretField::endRefusal(const QString &words)
{
    m_refused.reset();
    m_refusal->setText(words);
}

bool SecretField::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_refused || watched != m_parts[*m_refused])
        return FieldEditor::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            endRefusal(m_why);
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Backspace || key == Qt::Key_Delete)
            endRefusal({});
    }
    return FieldEditor::eventFilter(watched, event);
}

void SecretField::sync()
{
    const QJsonObject reference = value().toObject();
    const QString type = reference.value(QLatin1String(typeKey)).toString();
    int row = type.isEmpty() ? 0 : m_provider->findData(type.toUpper());
    if (row < 0) {
        m_provider->addItem(type, type.toUpper());
        row = m_provider->count() - 1;
    }
    m_provider->setCurrentIndex(row);
    for (int part = 0; part < PartCount; ++part) {
        const QString text = reference.value(QLatin1String(partKeys[part])).toString();
        if (m_parts[part]->text() != text) {
            m_parts[part]->setText(text);
            m_parts[part]->setCursorPosition(0);
        }
    }
    syncChips();
}

void SecretField::syncChips()
{
    const bool azure = m_provider->currentData() == "AZURE_KEY_VAULT"_L1;
    m_captions[Location]->setText(azure ? tr("Vault") : tr("Location (optional)"));
    m_captions[Name]->setText(tr("Secret name"));
    m_captions[Key]->setText(tr("Key (optional)"));
    for (int part = 0; part < PartCount; ++part)
        m_parts[part]->setAccessibleName(
            tr("%1, %2").arg(label(), m_captions[part]->text().toLower()));

    QStringList chips{m_provider->currentData().toString()};
    for (const QLineEdit *edit : m_parts)
        chips.append(edit->text());
    chips.removeAll(QString());
    m_chips->setText(chips.isEmpty() ? tr("No reference") : chips.join(u" › "_s));
    m_chips->setEnabled(!chips.isEmpty());
}

QWidget *SecretField::entry() const
{
    return m_provider;
}

QString SecretField::valueHelp() const
{
    // The first secret of most pipelines has no help of its own: the place to say it once.
    return field().help
               ? QString()
               : tr("Sluice stores only this reference. It never reads the value in your vault.");
}

void SecretField::showError(const QString &error)
{
    m_frame->setWrong(!error.isEmpty());
    m_provider->setAccessibleDescription(error);
    for (int part = 0; part < PartCount; ++part) {
        QStringList own;
        const QList<Violation> below = form()->serverErrors(index());
        for (const Violation &violation : below) {
            if (violation.field == QLatin1String(partKeys[part]))
                own.append(violation.message);
        }
        setProblemFrame(m_parts[part], !own.isEmpty());
        m_parts[part]->setAccessibleDescription(own.join(u' '));
    }
}

} // namespace Sluice
