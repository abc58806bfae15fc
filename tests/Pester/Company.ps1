# Good values for the parameters of any cmdlet at any provider. Dot-sourced by tests that try one value, or one fault, at a time. What they are
# for is in the caller's variables: $Provider and $Missing of the column, $server, and $ids.

# What the other parameters get where one is needed, beside the identifiers below.
$good = @{
    Reason = 'r'; Amount = 1; UnitPrice = 1; Date = '2026-03-10'; Rate = 5; Year = 2026; Month = 3; Path = 'clients.json'; Frequency = 'Monthly'
    OutFile = 'good.out'; Account = 'acme'; ApiKey = 'key'; Country = 'Spain'; Region = 'PT'; To = 'a@example.com'; Email = 'a@example.com'
    Password = 'secret'; Session = '*'; AcceptTerms = $true; Event = 'client.create'; Uri = 'http://127.0.0.1:9/'
    Credential = [pscredential]::new('user', (ConvertTo-SecureString 'password' -AsPlainText -Force))
}

# What a request needs beside the mandatory parameters.
$needs = @{
    'New-Invoice' = 'Client', 'Name', 'UnitPrice', 'Tax'; 'New-InvoiceExpense' = 'Amount', 'CategoryId'; 'New-InvoiceRecurring' = 'Client', 'Frequency', 'Line'
    'New-InvoicePurchase' = , 'Line'; 'New-InvoiceTask' = 'Client', 'Tax', 'UnitPrice', 'Quantity'; 'New-InvoiceTax' = 'Rate', 'Region'; 'Get-InvoiceItemStock' = , 'Item'
    'New-InvoiceClient' = , 'Country'; 'New-InvoiceItem' = , 'UnitPrice'; 'New-InvoiceAccount' = , 'Password'
}
$taxes = @{ InvoiceXpress = 'IVA23'; SimplBooks = '24'; FACTURAgem = '21'; SalenGo = '21' }
$transitions = @{ InvoiceXpress = 'Deleted'; SimplBooks = 'Sent'; FACTURAgem = 'Settled'; SalenGo = 'Sent' }

# The identifier of an object by its noun: of one that is there, or of a new one, which may still be changed and deleted.
function Get-GoodId {
    param([string] $Noun, [switch] $New)
    try {
        $reader = Get-Command "$(if ($New) { 'New' } else { 'Get' })-$Noun" -ErrorAction Stop
        $with = if ($New) { Get-Company $reader $reader.ParameterSets[0] '' } else { @{} }
        if ($New -or ($reader.ParameterSets | Where-Object { $_.Parameters.IsMandatory -notcontains $true })) {
            $id = (& $reader @with -ErrorAction Stop | Select-Object -First 1).Id
            if ($id) { return $id }
        }
    }
    catch { $null = $_ }
    '999999999'
}

function Get-GoodValue {
    param($Parameter)
    $name = $Parameter.Name
    if ($name -eq 'Name') { return "N$(New-Guid)" }
    if ($ids.ContainsKey($name)) { return $ids[$name] }
    if ($Parameter.ParameterType -eq [switch]) { return $true }
    if ($good.ContainsKey($name)) { return $good[$name] }
    $type = if ($Parameter.ParameterType.IsGenericType) { $Parameter.ParameterType.GetGenericArguments()[0] } else { $Parameter.ParameterType }
    if ($type.IsEnum) { return [enum]::GetValues($type)[0] }
    '1'
}

# A value that every row must have is not mandatory to PowerShell.
function Test-Needed {
    param($Parameter)
    @($Parameter.Attributes | Where-Object { $_.GetType().Name -eq 'NeededAttribute' }).Count -gt 0
}

# The parameters that go along with the one that is tried.
function Get-Company {
    param($Command, $Set, [string] $Tried)
    $along = @{}
    foreach ($other in $Set.Parameters | Where-Object Name -NE $Tried) {
        # A second way to say the same would be refused, and not lead to a request.
        $needed = $needs[$Command.Name] -contains $other.Name -and $Tried -notlike "$($other.Name)*" -and ($Tried -ne 'Line' -or $other.Name -eq 'Client')
        if ($other.IsMandatory -or $needed -or (Test-Needed $other)) { $along[$other.Name] = Get-GoodValue $other }
    }

    # Each kind of key names the record that is meant, so none of them is mandatory: one goes along unless one is tried or there already.
    $keys = 'Payment', 'Invoice', 'Client', 'InputObject', 'Id'
    if ($Command.Verb -in 'New', 'Set', 'Add', 'Remove', 'Complete', 'Send' -and $Tried -notin ($keys + 'ClientId', 'Number', 'Reference', 'Code', 'TaxNumber', 'Purchase') -and
        -not ($keys | Where-Object { $along.ContainsKey($_) })) {
        $key = $Set.Parameters | Where-Object { $_.Name -in $keys -and ($Command.Verb -ne 'New' -or $_.Name -eq 'Client') } | Sort-Object { [array]::IndexOf($keys, $_.Name) } | Select-Object -First 1
        if ($key) { $along[$key.Name] = Get-GoodValue $key }
    }

    if ($Command.Parameters.ContainsKey('TimeoutSec') -and $Tried -ne 'TimeoutSec') { $along.TimeoutSec = 2 }
    $along
}

# The identifiers for one cmdlet, each of something that is there.
function Get-GoodIds {
    param($Command)
    $ids = @{ Tax = $taxes[$Provider]; Provider = $Provider; State = $transitions[$Provider]; Client = Get-GoodId InvoiceClient }
    $ids.Line = @{ Name = 'SVC'; UnitPrice = 1; Tax = $ids.Tax }
    $ids.ClientId = $ids.Supplier = $ids.Client
    if ($Command.Noun -eq 'InvoiceExpense') { $ids.CategoryId = Get-GoodId InvoiceCategory }
    if ($Command.Parameters.ContainsKey('Invoice')) { $ids.Invoice = Get-GoodId Invoice -New }
    if ($Command.Parameters.ContainsKey('Purchase')) { $ids.Purchase = Get-GoodId InvoicePurchase }
    if ($Command.Parameters.ContainsKey('Payment') -and $Missing -notcontains 'Get-InvoicePayment') { $ids.Payment = Get-InvoicePayment | Select-Object -First 1 }
    if ($Command.Noun -eq 'InvoiceAccount') { $ids.Id = $server.AccountId }
    elseif ($Command.Parameters.ContainsKey('Id') -or $Command.Parameters.ContainsKey('InputObject')) {
        $ids.Id = $ids.InputObject = Get-GoodId $Command.Noun -New:($Command.Verb -eq 'Remove' -and $Command.Noun -ne 'InvoicePayment')
    }

    if ($Command.Name -eq 'Remove-InvoiceClient') { $ids.Client = Get-GoodId InvoiceClient -New }
    $ids
}
